/** The address of a page that can be walked back and forth within: what it shows is a query. */

const WITHIN = "rashin.within";

/** Show a query; `push` makes a place to come back to. `lang` stays. */
export function writeQuery(query: string, how: "push" | "replace"): void {
  const search = new URLSearchParams(query);
  const lang = new URLSearchParams(location.search).get("lang");
  if (lang !== null) search.set("lang", lang);
  const said = search.toString();
  const address = said === "" ? location.pathname : `${location.pathname}?${said}`;
  if (address === location.pathname + location.search) return;
  if (how === "push") history.pushState({ [WITHIN]: true }, "", address);
  else history.replaceState(history.state, "", address);
}

/** Leave what was opened here: back where it was opened from, or to `query` for who came by a link. */
export function leaveFor(query: string): "back" | "written" {
  if ((history.state as Record<string, unknown> | null)?.[WITHIN] === true) {
    history.back();
    return "back";
  }
  writeQuery(query, "replace");
  return "written";
}
