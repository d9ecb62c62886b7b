/** How the knobs look. */

import { css } from "lit";

export const knobLooks = css`
  .field,
  label.group {
    display: block;
  }
  textarea {
    width: 100%;
    resize: none;
    field-sizing: content;
    min-height: 76px;
    max-height: 220px;
    border: 1px solid var(--line);
    border-radius: 12px;
    padding: 11px 14px;
    background: var(--sunken);
    font-size: 1.1rem;
    line-height: 1.4;
    display: block;
  }
  textarea:focus,
  textarea:focus-visible {
    outline: none;
    border-color: var(--accent);
    box-shadow: 0 0 0 1px var(--accent);
  }
  .segments,
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .chips button,
  .segments button {
    padding: 0 12px;
    font-weight: 500;
  }
  .chips button {
    border-radius: 20px;
    font-size: 0.86rem;
  }
  h2:first-child {
    margin-bottom: 7px;
  }
  .figure {
    min-height: 40px;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    background: var(--sunken);
    padding: 0 10px;
    font-variant-numeric: tabular-nums;
    appearance: textfield;
  }
  .figure::-webkit-inner-spin-button {
    display: none;
  }
  select {
    width: 100%;
    min-height: 40px;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    background: var(--sunken);
    padding: 0 8px;
    font-size: 0.92rem;
  }
  option {
    background: var(--surface);
    color: var(--ink);
  }
  .titled {
    display: flex;
    justify-content: space-between;
    align-items: center;
    min-height: 28px;
  }
  .titled h2:first-child {
    margin-bottom: 0;
  }
  .titled button {
    min-height: 28px;
    padding: 0 8px;
    color: var(--soft);
    font-size: 0.83rem;
  }
  .expression {
    background: var(--sunken);
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    padding: 10px 12px;
  }
  .expression h2:first-child {
    margin-bottom: 0;
  }
  .expression code {
    font-size: 0.8rem;
    overflow-wrap: anywhere;
    display: block;
    margin: 4px 0 8px;
  }
`;
