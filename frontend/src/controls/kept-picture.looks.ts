/** How one kept picture looks, large. */

import { css } from "lit";

export const keptLooks = css`
  dialog {
    width: min(1020px, calc(100vw - 24px));
  }
  .card {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 320px;
    gap: 22px;
    align-items: start;
  }
  .easel {
    display: grid;
    place-items: center;
    aspect-ratio: 1;
    max-height: calc(100dvh - 60px);
    width: 100%;
    border-radius: 14px;
    background: #fff;
    overflow: hidden;
    padding: 0;
  }
  .easel img {
    width: 100%;
    height: 100%;
    min-height: 0;
    object-fit: contain;
  }
  .easel p {
    padding: 24px;
    color: #566274;
  }
  .side {
    display: flex;
    flex-direction: column;
    gap: 12px;
    min-width: 0;
  }
  .way {
    display: flex;
    align-items: center;
  }
  .way span {
    flex: 1;
    font-variant-numeric: tabular-nums;
  }
  h2 {
    font-size: 1.14rem;
    line-height: 1.3;
    color: var(--ink);
    overflow-wrap: anywhere;
  }
  dl {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 5px 14px;
    margin: 0;
    font-size: 0.9rem;
  }
  dt {
    color: var(--soft);
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
    font-variant-numeric: tabular-nums;
  }
  summary {
    cursor: pointer;
    color: var(--soft);
    font-size: 0.87rem;
    min-height: 32px;
    align-content: center;
  }
  pre {
    margin: 4px 0 0;
    padding: 10px 12px;
    max-height: 260px;
    overflow: auto;
    border-radius: var(--radius-small);
    background: var(--sunken);
    font-size: 0.8rem;
    line-height: 1.45;
  }
  .row {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 7px;
  }
  .row > * {
    justify-content: flex-start;
    white-space: nowrap;
  }
  .wide {
    grid-column: 1 / -1;
    justify-content: center;
  }
  .open {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--accent-ink);
  }
  .open:hover {
    background: var(--accent);
    filter: brightness(1.07);
  }
  @media (max-width: 760px) {
    dialog {
      padding: 8px 12px 14px;
    }
    .card {
      grid-template-columns: minmax(0, 1fr);
      gap: 12px;
    }
    .easel {
      max-height: 46dvh;
    }
    .side {
      display: contents;
    }
    .way {
      order: -1;
    }
  }
`;
