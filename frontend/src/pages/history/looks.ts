/** How the history is laid out. */

import { css } from "lit";

export const historyLooks = css`
  :host {
    display: grid;
    grid-template-columns: 208px minmax(0, 1fr);
    grid-template-rows: auto 1fr;
    align-content: start;
    gap: 0 22px;
    height: 100%;
    padding: 0 20px 90px;
    overflow-y: auto;
    overflow-anchor: none;
    scrollbar-gutter: stable;
  }
  .rail {
    position: sticky;
    top: 0;
    grid-row: 1 / 3;
    align-self: start;
    max-height: calc(100dvh - var(--bar));
    overflow-y: auto;
    padding: 14px 2px 20px;
  }
  .top {
    position: sticky;
    top: 0;
    z-index: 5;
    padding: 14px 2px 10px;
    margin: 0 -2px;
    background: var(--paper);
  }
  .news {
    position: absolute;
    left: 50%;
    top: calc(100% + 2px);
    transform: translateX(-50%);
    min-height: 34px;
    border-radius: 17px;
    background: var(--ink);
    border-color: var(--ink);
    color: var(--surface);
    box-shadow: var(--shadow);
  }
  .news:hover:not(:disabled) {
    background: var(--ink);
  }
  rashin-notice {
    display: block;
    margin-bottom: 10px;
  }
  .old {
    opacity: 0.55;
    transition: opacity 0.15s 0.2s;
  }
  .tail {
    height: 44px;
    display: grid;
    place-items: center;
  }
  @media (max-width: 760px) {
    :host {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: auto auto 1fr;
      padding: 0 12px 60px;
      scrollbar-gutter: auto;
    }
    .rail {
      position: static;
      grid-row: auto;
      padding: 10px 0 0;
      min-width: 0;
      overflow: visible;
    }
    .top {
      padding: 8px 2px;
    }
  }
`;
