/** How the grid of kept pictures looks. */

import { css } from "lit";

export const gridLooks = css`
  :host {
    display: block;
  }
  ul {
    position: relative;
    list-style: none;
    padding: 0;
    margin: 0;
  }
  li {
    position: absolute;
    inset: 0 auto auto 0;
    width: var(--side);
    height: var(--side);
    contain: layout paint size;
  }
  .take {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    padding: 0;
    border-radius: var(--radius);
    overflow: hidden;
    background: #fff;
    touch-action: manipulation;
  }
  .take:hover:not(:disabled) {
    background: #fff;
    border-color: var(--faint);
  }
  .take:focus-visible {
    outline-offset: -3px;
  }
  .chosen .take {
    border-color: var(--accent);
    box-shadow: inset 0 0 0 2px var(--accent);
  }
  .chosen img {
    transform: scale(0.86);
    border-radius: 10px;
  }
  img {
    width: 100%;
    height: 100%;
    object-fit: contain;
    transition: transform 0.12s;
  }
  .none {
    padding: 10px;
    font-size: 0.8rem;
    font-weight: 400;
    color: #566274;
    overflow-wrap: anywhere;
    max-height: 100%;
    overflow: hidden;
  }
  .none small {
    display: block;
    margin-top: 4px;
    font-size: 0.74rem;
    color: var(--faint);
  }
  .failed {
    color: #b3341d;
  }
  .running {
    animation: breathe 0.9s infinite alternate;
  }
  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
  .pick {
    position: absolute;
    left: 0;
    top: 0;
    width: 40px;
    height: 40px;
    display: grid;
    place-items: center;
    cursor: pointer;
    opacity: 0;
  }
  input {
    color-scheme: light;
    width: 19px;
    height: 19px;
    margin: 0;
    accent-color: var(--accent);
    cursor: pointer;
  }
  .star {
    position: absolute;
    right: 0;
    top: 0;
    border: 0;
    background: none;
    color: #667183;
    opacity: 0;
  }
  .star svg {
    width: 20px;
    height: 20px;
    fill: #fff;
  }
  .star:hover:not(:disabled),
  .star[aria-pressed="true"] {
    background: none;
  }
  .star.on svg {
    fill: #e9a100;
    stroke: #a86f00;
  }
  li:hover .pick,
  .choosing .pick,
  .chosen .pick,
  li:hover .star,
  .star:focus-visible,
  .star.on {
    opacity: 1;
  }
  @media (hover: none) {
    .take {
      -webkit-touch-callout: none;
      user-select: none;
    }
    .star:not(.on) {
      display: none;
    }
  }
`;
