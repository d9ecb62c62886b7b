/** How the list beside the map looks. */

import { css } from "lit";

export const listLooks = css`
  .order {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-bottom: 6px;
    font-size: 0.82rem;
    color: var(--soft);
  }
  .order select {
    flex: 1;
    min-width: 0;
    min-height: 34px;
    border: 0;
    border-radius: 9px;
    background: var(--sunken);
    color: var(--ink);
    padding: 0 6px;
  }
  .sheet {
    pointer-events: auto;
    display: flex;
    flex-direction: column;
    min-height: 0;
    max-height: 100%;
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: 16px;
    box-shadow: var(--shadow);
  }
  header {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 6px 6px 6px 16px;
    border-bottom: 1px solid var(--line);
  }
  header h2 {
    font-size: 1rem;
    color: var(--ink);
  }
  header .quiet {
    margin-left: auto;
  }
  .scroll {
    overflow-y: auto;
    min-height: 0;
    padding: 12px 14px 14px;
    scrollbar-width: thin;
  }
  rashin-map-groups,
  .apart,
  section {
    display: block;
    margin: 14px 0 6px;
  }
  section:first-child {
    margin-top: 0;
  }
  .regions {
    display: flex;
    flex-wrap: wrap;
    gap: 5px;
    margin-top: 6px;
  }
  .regions span {
    display: inline-flex;
    max-width: 100%;
  }
  .regions span button:first-child {
    border-radius: var(--radius-small) 0 0 var(--radius-small);
    border-right: 0;
  }
  .regions .name {
    border-radius: 0 var(--radius-small) var(--radius-small) 0;
    min-width: 32px;
    padding: 0 7px;
  }
  .regions .name svg {
    width: 14px;
    height: 14px;
  }
  .regions button {
    min-height: 32px;
    padding: 0 10px;
    font-size: 0.82rem;
    font-weight: 500;
  }
  ul {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(84px, 1fr));
    gap: 8px;
  }
  .grid button,
  .pairs button {
    width: 100%;
    height: 100%;
    padding: 5px;
    border: 0;
    background: none;
    border-radius: 12px;
    font-weight: 500;
  }
  .grid button {
    flex-direction: column;
    justify-content: flex-start;
    align-items: stretch;
    gap: 4px;
    text-align: left;
  }
  .grid button:hover,
  .grid [aria-current],
  .pairs button:hover {
    background: var(--sunken);
  }
  .title {
    font-size: 0.8rem;
    line-height: 1.25;
    display: -webkit-box;
    -webkit-line-clamp: 2;
    -webkit-box-orient: vertical;
    overflow: hidden;
  }
  .prompt {
    font-size: 0.72rem;
    font-weight: 400;
    line-height: 1.25;
    color: var(--soft);
    display: -webkit-box;
    -webkit-line-clamp: 2;
    -webkit-box-orient: vertical;
    overflow: hidden;
  }
  .pairs button {
    justify-content: flex-start;
    text-align: left;
  }
  .pairs rashin-thumb {
    width: 46px;
    flex: none;
  }
  .rest {
    width: 100%;
    margin-top: 10px;
  }
`;
