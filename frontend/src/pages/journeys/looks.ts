/** How the page of journeys is laid out. */

import { css } from "lit";

export const journeysLooks = css`
  :host {
    display: grid;
    grid-template-columns: minmax(300px, 440px) minmax(0, 1fr);
    grid-template-areas:
      "head head"
      "strip strip"
      "view facts"
      "earlier earlier";
    gap: 18px 26px;
    padding: 16px 20px 32px;
    max-width: 1320px;
    margin: 0 auto;
  }
  header {
    grid-area: head;
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
  }
  header input {
    flex: 1 1 180px;
    min-width: 0;
    min-height: 40px;
    padding: 0 10px;
    border: 1px solid transparent;
    border-radius: var(--radius-small);
    background: none;
    font-size: 1.06rem;
    font-weight: 600;
  }
  header input:hover,
  header input:focus {
    border-color: var(--line);
    background: var(--raised);
  }
  .shapes {
    display: flex;
    gap: 6px;
  }
  .strip {
    grid-area: strip;
    min-width: 0;
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    padding: 12px 14px 4px;
  }
  .view {
    grid-area: view;
    min-width: 0;
    display: grid;
    gap: 14px;
    align-content: start;
    justify-items: stretch;
  }
  .facts {
    grid-area: facts;
    min-width: 0;
    display: grid;
    gap: 18px;
    align-content: start;
  }
  .looking {
    min-height: 46px;
  }
  rashin-journey-earlier {
    grid-area: earlier;
    min-width: 0;
  }
  .begin {
    grid-area: strip;
    display: grid;
    gap: 12px;
    justify-items: center;
    text-align: center;
    padding: 46px 20px;
    border: 1px dashed var(--line);
    border-radius: var(--radius);
  }
  .begin p {
    margin: 0;
    max-width: 46em;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    justify-content: center;
  }
  .over {
    position: fixed;
    inset: 0;
    z-index: 9;
    display: grid;
    place-items: center;
    background: rgb(8 14 24 / 55%);
    color: #fff;
    font-weight: 600;
    pointer-events: none;
  }
  @media (max-width: 800px) {
    :host {
      grid-template-columns: minmax(0, 1fr);
      grid-template-areas: "head" "view" "strip" "facts" "earlier";
      padding: 10px 12px 28px;
      gap: 14px;
    }
    rashin-journey-player {
      --player: min(100%, 330px);
    }
    .wide {
      display: none;
    }
    header input {
      flex: 1 1 90px;
    }
    .begin {
      grid-area: view;
      padding: 26px 14px;
    }
  }
`;
