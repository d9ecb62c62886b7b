/** How the page of maps looks. */

import { css } from "lit";

export const mapsLooks = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 360px;
    gap: 14px 28px;
    align-content: start;
    height: 100%;
    overflow-y: auto;
    scrollbar-gutter: stable;
    padding: 14px 20px 90px;
    max-width: 1500px;
    margin: 0 auto;
  }
  header,
  rashin-notice {
    grid-column: 1 / -1;
  }
  h1 {
    margin: 0;
    font-size: 1.2rem;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 14px;
  }
  header div {
    flex: 1 1 200px;
  }
  header p {
    margin: 2px 0 0;
  }
  header button {
    display: none;
  }
  ul {
    align-content: start;
    list-style: none;
    margin: 0;
    padding: 0;
    display: grid;
    gap: 10px;
  }
  li.map,
  li.act {
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    padding: 12px 14px;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 10px;
  }
  .top div {
    flex: 1 1 200px;
    min-width: 0;
  }
  .top b {
    display: block;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  small {
    color: var(--soft);
    font-variant-numeric: tabular-nums;
  }
  dl {
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    gap: 4px 14px;
    margin: 10px 0 0;
  }
  dt {
    font-size: 0.78rem;
    color: var(--soft);
  }
  dd {
    margin: 0;
    font-variant-numeric: tabular-nums;
  }
  meter {
    width: 100%;
    height: 6px;
    display: block;
  }
  details {
    margin-top: 8px;
  }
  summary {
    cursor: pointer;
    min-height: 32px;
    font-size: 0.86rem;
    color: var(--soft);
  }
  details li {
    display: flex;
    gap: 10px;
    align-items: baseline;
    min-height: 32px;
  }
  aside {
    border-left: 1px solid var(--line);
    padding-left: 24px;
  }
  h2 {
    margin: 0 0 10px;
    font-size: 1rem;
  }
  .why {
    margin: 8px 0 0;
    font-size: 0.86rem;
  }
  .error {
    color: var(--bad, #b3261e);
    margin: 6px 0 0;
    overflow-wrap: anywhere;
  }
  @media (max-width: 900px) {
    :host {
      grid-template-columns: minmax(0, 1fr);
      padding: 10px 12px 60px;
      scrollbar-gutter: auto;
    }
    header button {
      display: inline-flex;
      min-height: 44px;
    }
    dl {
      grid-template-columns: 1fr 1fr;
    }
    aside {
      border-left: 0;
      border-top: 1px solid var(--line);
      padding: 16px 0 0;
    }
  }
`;
