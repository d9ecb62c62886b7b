/** Every act of the page as a line for a terminal or a script. */

export interface Call {
  readonly path: string;
  readonly body: unknown;
}

const quoted = (value: string): string => `'${value.replaceAll("'", `'\\''`)}'`;

export function asCurl(call: Call, origin: string): string {
  return [
    `curl -s ${origin}${call.path}`,
    `  -H 'Content-Type: application/json'`,
    `  -H 'Prefer: wait=20'`,
    `  -d ${quoted(JSON.stringify(call.body))}`,
  ].join(" \\\n");
}

function python(value: unknown): string {
  if (value === null || value === undefined) return "None";
  if (value === true) return "True";
  if (value === false) return "False";
  if (Array.isArray(value)) return `[${value.map(python).join(", ")}]`;
  if (typeof value === "object")
    return `{${Object.entries(value)
      .map(([key, of]) => `${JSON.stringify(key)}: ${python(of)}`)
      .join(", ")}}`;
  return JSON.stringify(value);
}

export function asPython(call: Call, origin: string): string {
  const shows = call.path.endsWith("/renders")
    ? `urllib.request.urlretrieve(${JSON.stringify(origin)} + answer["image"]["url"], "picture.png")`
    : "print(json.dumps(answer, indent=2, ensure_ascii=False))";
  return `import json, urllib.request

request = urllib.request.Request(
    ${JSON.stringify(origin + call.path)},
    data=json.dumps(${python(call.body)}).encode(),
    headers={"Content-Type": "application/json", "Prefer": "wait=20"},
)
answer = json.load(urllib.request.urlopen(request))
${shows}
`;
}
