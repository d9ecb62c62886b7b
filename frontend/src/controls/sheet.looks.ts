/** How a sheet over the page looks. */

import { css } from "lit";

export const sheetLooks = css`
  dialog {
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--ink);
    box-shadow: var(--shadow);
    padding: 14px 16px 16px;
    width: min(460px, calc(100vw - 24px));
    max-height: calc(100dvh - 24px);
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  dialog::backdrop {
    background: rgb(8 14 24 / 55%);
  }
  dialog > header {
    display: flex;
    align-items: center;
    gap: 6px;
    min-height: 40px;
    margin-bottom: 10px;
  }
  dialog > header h2 {
    flex: 1;
    min-width: 0;
    font-size: 1.06rem;
    color: var(--ink);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    justify-content: flex-end;
    margin-top: 14px;
  }
  input[type="text"],
  input:not([type]),
  select {
    min-height: 40px;
    width: 100%;
    min-width: 0;
    padding: 0 12px;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    background: var(--sunken);
  }
`;
