/** How the session beside the page looks. */

import { css } from "lit";

export const sessionPanelLooks = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    background: var(--surface);
    border-left: 1px solid var(--line);
  }
  header {
    display: flex;
    align-items: center;
    gap: 4px;
    padding: 8px 8px 6px 14px;
  }
  header input {
    flex: 1;
    min-width: 0;
    min-height: 40px;
    border: 1px solid transparent;
    border-radius: var(--radius-small);
    background: none;
    font-weight: 600;
    padding: 0 8px;
    margin-left: -8px;
    text-overflow: ellipsis;
  }
  header input:hover,
  header input:focus {
    border-color: var(--line);
    background: var(--sunken);
  }
  .ways {
    display: flex;
    gap: 6px;
    padding: 0 12px 10px;
    border-bottom: 1px solid var(--line);
  }
  .ways button {
    flex: 1;
    padding: 0 8px;
  }
  .ways button.icon {
    flex: none;
  }
  .note {
    margin: 0;
    padding: 8px 14px;
    font-size: 0.87rem;
    color: var(--soft);
    background: var(--sunken);
    border-bottom: 1px solid var(--line);
  }
  .note.warn {
    color: var(--warn);
  }
  .empty {
    padding: 26px 20px;
    text-align: center;
    color: var(--soft);
    text-wrap: balance;
  }
  .tree {
    flex: 1;
    min-height: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    position: relative;
  }
  .all {
    position: relative;
  }
  .row {
    position: absolute;
    left: 0;
    right: 0;
    height: 46px;
    display: flex;
    align-items: center;
    padding-right: 6px;
  }
  .row:hover {
    background: var(--sunken);
  }
  .graph {
    flex: none;
    margin-left: 4px;
    fill: none;
    stroke: var(--faint);
    stroke-width: 1.6;
  }
  .graph circle {
    fill: var(--surface);
    stroke: var(--faint);
  }
  .graph circle.trodden {
    fill: var(--soft);
    stroke: var(--soft);
  }
  .graph circle.head {
    fill: var(--accent);
    stroke: var(--accent);
  }
  .act {
    flex: 1;
    min-width: 0;
    justify-content: flex-start;
    gap: 9px;
    padding: 0 6px;
    font-weight: 500;
    text-align: left;
  }
  .act[aria-current] {
    font-weight: 650;
  }
  .aside .act {
    color: var(--soft);
  }
  .words {
    flex: 1;
    min-width: 0;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    overflow-wrap: anywhere;
    line-height: 1.25;
  }
  .naming {
    flex: 1;
    min-width: 0;
    min-height: 40px;
    margin-left: 6px;
    padding: 0 8px;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    background: var(--sunken);
  }
  .act img {
    border-radius: 6px;
    background: white;
    flex: none;
  }
  .act svg.i {
    width: 16px;
    height: 16px;
    margin: 0 7px;
    color: var(--faint);
  }
  time {
    font-size: 0.76rem;
    font-weight: 400;
    color: var(--faint);
    font-variant-numeric: tabular-nums;
  }
  .here:empty {
    display: none;
  }
  .row > button.icon {
    color: var(--faint);
  }
  @media (hover: hover) {
    .row > button.icon {
      position: absolute;
      right: 46px;
      opacity: 0;
      background: var(--sunken);
    }
    .row > button.icon:last-child {
      right: 6px;
    }
    .row:hover > button.icon,
    .row:focus-within > button.icon {
      opacity: 1;
    }
  }
`;
