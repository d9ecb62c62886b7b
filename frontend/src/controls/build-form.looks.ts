/** How the form of a new map looks. */

import { css } from "lit";

export const buildFormLooks = css`
  form,
  .source {
    display: grid;
    gap: 12px;
  }
  label,
  .field {
    display: grid;
    gap: 4px;
    font-size: 0.86rem;
    color: var(--soft);
  }
  input:not([type="checkbox"], [type="range"]),
  select,
  textarea {
    width: 100%;
    min-height: 40px;
    padding: 6px 10px;
    font: inherit;
    color: var(--ink);
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: var(--radius-small, 8px);
  }
  textarea {
    min-height: 104px;
    resize: vertical;
  }
  .pair {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 8px;
  }
  .tick {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 40px;
  }
  .say {
    min-height: 2.8em;
    margin: 0;
    font-size: 0.86rem;
    font-variant-numeric: tabular-nums;
  }
  .bad {
    color: var(--bad, #b3261e);
  }
  button {
    min-height: 44px;
  }
`;
