/** How the playground looks: writing and parts at the left, what came of it at the right. */

import { css } from "lit";

export const playgroundLooks = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1.25fr) minmax(380px, 1fr);
    gap: 22px 28px;
    align-content: start;
    max-width: 1560px;
    margin: 0 auto;
    padding: 20px 24px 40px;
  }
  .column {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 18px;
    align-content: start;
    min-width: 0;
  }
  .write {
    display: grid;
    gap: 12px;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 14px;
    align-items: center;
    min-height: 40px;
  }
  .top select,
  .top input {
    min-height: 40px;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    background: var(--raised);
    padding: 0 9px;
  }
  .top input {
    width: 86px;
  }
  .top label {
    display: flex;
    align-items: center;
    gap: 7px;
    font-size: 0.83rem;
    color: var(--soft);
  }
  .top .seed {
    display: flex;
    gap: 4px;
    margin-left: auto;
  }
  .modes {
    display: flex;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    background: var(--sunken);
    padding: 2px;
  }
  .modes button {
    border: 0;
    min-height: 36px;
    background: none;
    border-radius: 7px;
  }
  .modes button[aria-pressed="true"] {
    background: var(--ink);
    color: var(--surface);
  }
  .said {
    min-height: 54px;
    margin: 8px 2px 0;
    font-size: 0.9rem;
    display: grid;
    gap: 2px;
    align-content: start;
    overflow-wrap: anywhere;
  }
  .said[role="alert"] b {
    color: var(--accent);
    font-weight: 600;
  }
  .said b {
    display: -webkit-box;
    -webkit-line-clamp: 2;
    -webkit-box-orient: vertical;
    overflow: hidden;
  }
  .said button {
    display: inline-block;
    min-height: 28px;
    padding: 0 9px;
    font-size: 0.86rem;
    max-width: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    vertical-align: middle;
  }
  .card {
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    padding: 16px;
  }
  .under {
    margin-top: 12px;
  }
  /* Half-written expressions are wrong all the time: only a lasting mistake dims what was there. */
  .stale {
    opacity: 0.5;
    transition: opacity 0.3s 0.7s;
  }
  .parts {
    min-height: 240px;
  }
  .title {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    gap: 10px;
    margin-bottom: 9px;
  }
  @media (max-width: 900px) {
    :host {
      grid-template-columns: minmax(0, 1fr);
      padding: 14px 14px 32px;
      gap: 16px;
    }
    .keys {
      display: none;
    }
    .said {
      min-height: 40px;
    }
    .top {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
    }
    .top label span {
      position: absolute;
      clip-path: inset(50%);
    }
    .top .model {
      grid-row: 2;
      grid-column: 1 / -1;
    }
    .top select {
      width: 100%;
    }
    .column {
      display: contents;
    }
    .near {
      order: 1;
    }
    .parts {
      order: 2;
    }
    .examples {
      order: 3;
    }
    .history {
      order: 4;
    }
  }
`;
