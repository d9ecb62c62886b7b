/** How what waits looks. */

import { css } from "lit";

export const waitingLooks = css`
  :host {
    display: block;
  }
  ol {
    list-style: none;
    margin: 0;
    padding: 0;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    overflow: hidden;
  }
  li {
    display: grid;
    grid-template-columns: 40px 30px minmax(0, 1fr) auto auto;
    align-items: center;
    gap: 6px;
    height: 56px;
    padding-right: 6px;
    background: var(--surface);
    box-shadow: inset 0 -1px 0 var(--line);
    transform: translateY(var(--by, 0));
  }
  .dragging li {
    transition: transform 0.14s;
  }
  .dragging li.held {
    position: relative;
    z-index: 2;
    transition: none;
    box-shadow: var(--shadow);
    background: var(--raised);
  }
  .grip {
    height: 100%;
    border: 0;
    border-radius: 0;
    background: none;
    color: var(--faint);
    cursor: grab;
    touch-action: none;
  }
  .grip:focus-visible {
    outline-offset: -3px;
  }
  .held .grip {
    cursor: grabbing;
  }
  .place {
    color: var(--soft);
    font-size: 0.84rem;
    font-variant-numeric: tabular-nums;
    text-align: right;
    padding-right: 4px;
  }
  .words {
    min-width: 0;
  }
  b,
  small {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  b {
    font-weight: 550;
    font-size: 0.94rem;
  }
  small,
  .eta {
    color: var(--soft);
    font-size: 0.84rem;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .eta {
    padding: 0 6px;
  }
  .ways {
    display: flex;
  }
  .ways button {
    color: var(--soft);
  }
  .more {
    width: 100%;
    margin-top: 10px;
  }
  @media (max-width: 620px) {
    .eta {
      display: none;
    }
  }
`;
