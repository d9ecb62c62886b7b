/** How the legend looks: a narrow column of fields that never hides more map than it must. */

import { css } from "lit";

export const legendLooks = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    width: 268px;
    max-width: 100%;
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: 12px;
    box-shadow: var(--shadow-small);
    padding: 2px 6px 2px;
  }
  .head,
  .foot {
    display: flex;
    align-items: center;
    flex: none;
  }
  .head label {
    display: flex;
    align-items: center;
    gap: 8px;
    padding-left: 8px;
    font-size: 0.84rem;
    color: var(--soft);
    flex: 1;
    min-width: 0;
  }
  select {
    border: 0;
    background: none;
    font-weight: 600;
    min-height: 38px;
    color: var(--ink);
    flex: 1;
    min-width: 0;
    cursor: pointer;
  }
  option {
    background: var(--surface);
    color: var(--ink);
  }
  .fold,
  .foot button {
    border: 0;
    background: none;
    min-height: 32px;
    min-width: 32px;
    color: var(--soft);
    font-size: 0.82rem;
    padding: 0 8px;
  }
  .fold {
    display: none;
  }
  .scroll {
    overflow-y: auto;
    min-height: 0;
    padding: 0 2px 2px;
    scrollbar-width: thin;
  }
  .field + .field {
    border-top: 1px solid var(--line);
    margin-top: 7px;
    padding-top: 7px;
  }
  h3 {
    padding: 0 6px 4px;
  }
  rashin-histogram {
    display: block;
    padding: 2px 6px 0;
  }
  ul {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  li button {
    display: grid;
    grid-template-columns: 11px minmax(0, 1fr) 34px max-content;
    gap: 8px;
    width: 100%;
    min-height: 28px;
    padding: 0 6px;
    font-weight: 450;
    font-size: 0.86rem;
    border: 0;
    background: none;
    text-align: left;
  }
  li button[aria-pressed="true"] {
    background: var(--sunken);
    color: var(--ink);
    font-weight: 600;
  }
  .title {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .n {
    color: var(--soft);
    font-size: 0.76rem;
    font-weight: 450;
    font-variant-numeric: tabular-nums;
    min-width: 34px;
    text-align: right;
  }
  li.faded .title,
  li.faded .dot {
    opacity: 0.45;
  }
  svg.dot {
    width: 11px;
    height: 11px;
  }
  svg.bar {
    width: 34px;
    height: 6px;
    fill: var(--line);
  }
  .left {
    margin-left: auto;
    color: var(--soft);
    font-size: 0.78rem;
    font-variant-numeric: tabular-nums;
  }
  @media (max-width: 900px) {
    .fold {
      display: inline-flex;
    }
  }
  @media (max-width: 720px) {
    :host {
      max-height: 46vh;
    }
  }
  @media (pointer: coarse) {
    li button {
      min-height: 40px;
    }
  }
`;
