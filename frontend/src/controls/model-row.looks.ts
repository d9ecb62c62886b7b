/** How a model of the shelf looks. */

import { css } from "lit";

export const modelRowLooks = css`
  :host {
    display: block;
    background: var(--raised);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    padding: 12px 14px 10px 16px;
  }
  .top {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 4px 14px;
    align-items: start;
  }
  h3 {
    font-size: 1.02rem;
    font-weight: 620;
    color: var(--ink);
    letter-spacing: -0.005em;
    overflow-wrap: anywhere;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 14px;
    margin: 3px 0 0;
    font-size: 0.86rem;
    color: var(--soft);
    font-variant-numeric: tabular-nums;
  }
  .state {
    display: inline-flex;
    align-items: center;
    gap: 7px;
    min-width: 5.6em;
  }
  i.dot {
    width: 9px;
    height: 9px;
    border-radius: 50%;
    flex: none;
    background: var(--good);
  }
  .cold i.dot {
    background: none;
    border: 1.5px solid var(--faint);
  }
  .loading i.dot {
    background: var(--warn);
    animation: pulse 0.9s infinite alternate;
  }
  .failed {
    color: var(--accent);
  }
  .failed i.dot {
    background: var(--accent);
  }
  @keyframes pulse {
    to {
      opacity: 0.25;
    }
  }
  .ways {
    display: flex;
    gap: 6px;
    align-items: center;
  }
  .error {
    margin: 8px 0 0;
    padding-left: 10px;
    border-left: 3px solid var(--accent);
    font-size: 0.9rem;
    overflow-wrap: anywhere;
  }
  details {
    margin-top: 2px;
  }
  summary {
    display: inline-flex;
    align-items: center;
    min-height: 32px;
    cursor: pointer;
    font-size: 0.86rem;
    color: var(--soft);
    border-radius: 6px;
  }
  summary::before {
    content: "";
    width: 6px;
    height: 6px;
    margin: 0 9px 0 3px;
    border: solid currentColor;
    border-width: 0 1.6px 1.6px 0;
    transform: rotate(-45deg);
    transition: transform 0.12s;
  }
  details[open] > summary::before {
    transform: rotate(45deg);
  }
  summary:hover {
    color: var(--ink);
  }
  dl {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 5px 18px;
    margin: 4px 0 10px;
    font-size: 0.88rem;
  }
  dt {
    color: var(--soft);
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
    font-variant-numeric: tabular-nums;
  }
  .note {
    margin: 4px 0;
    font-size: 0.87rem;
    color: var(--soft);
    max-width: 68ch;
  }
  .loras {
    margin-top: 12px;
  }
  ul {
    list-style: none;
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin: 6px 0;
    padding: 0;
  }
  li {
    display: inline-flex;
    align-items: center;
    padding-left: 12px;
    border: 1px solid var(--line);
    border-radius: 20px;
    font-size: 0.88rem;
  }
  li button {
    min-width: 34px;
    min-height: 34px;
    border-radius: 50%;
  }
  form {
    display: flex;
    gap: 6px;
    max-width: 620px;
  }
  input {
    flex: 1;
    min-width: 0;
    min-height: 40px;
    padding: 0 12px;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    background: var(--sunken);
  }
  @media (max-width: 620px) {
    .top {
      grid-template-columns: minmax(0, 1fr);
    }
    .ways {
      margin-top: 8px;
    }
    .ways > :first-child {
      flex: 1;
    }
  }
`;
