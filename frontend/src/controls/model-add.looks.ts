/** How the form for a new model looks. */

import { css } from "lit";

export const modelAddLooks = css`
  :host {
    display: flex;
    flex-direction: column;
    gap: 12px;
  }
  form {
    display: flex;
    flex-direction: column;
    gap: 10px;
  }
  .kinds {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 6px;
  }
  .kinds button {
    padding: 0 6px;
  }
  label {
    display: block;
    font-size: 0.86rem;
    color: var(--soft);
  }
  label > input,
  label > select {
    display: block;
    width: 100%;
    min-width: 0;
    min-height: 40px;
    margin-top: 4px;
    padding: 0 12px;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    background: var(--sunken);
    color: var(--ink);
    font-size: 0.95rem;
  }
  p {
    margin: 0;
  }
  details > div {
    display: flex;
    flex-direction: column;
    gap: 10px;
    padding-top: 6px;
  }
  summary {
    min-height: 32px;
    display: inline-flex;
    align-items: center;
    cursor: pointer;
    font-size: 0.88rem;
    color: var(--soft);
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
  .seen {
    display: flex;
    flex-direction: column;
    gap: 8px;
    padding: 12px 14px;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    background: var(--sunken);
    font-variant-numeric: tabular-nums;
  }
  .seen b {
    font-weight: 600;
  }
  .fits {
    color: var(--good);
    font-weight: 550;
  }
  .fitsnot {
    color: var(--accent);
    font-weight: 550;
  }
  .wrong {
    padding: 10px 12px;
    border: 1px solid var(--line);
    border-left: 3px solid var(--accent);
    border-radius: var(--radius-small);
    background: var(--raised);
    font-size: 0.92rem;
    overflow-wrap: anywhere;
  }
  .wrong small {
    display: block;
    margin-top: 4px;
    color: var(--soft);
    font-size: 0.87rem;
  }
  .ways {
    display: flex;
    gap: 8px;
    justify-content: flex-end;
  }
  .ways button {
    flex: 1;
  }
`;
