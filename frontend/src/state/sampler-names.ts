/** Samplers as the field writes them; the same in every language. */

const NAMES: Readonly<Record<string, string>> = {
  ddim: "DDIM",
  ddpm: "DDPM",
  pndm: "PNDM",
  lms: "LMS",
  euler: "Euler",
  euler_ancestral: "Euler ancestral",
  heun: "Heun",
  dpm2: "DPM2",
  dpm2_ancestral: "DPM2 ancestral",
  dpmpp_2s: "DPM++ 2S",
  dpmpp_2m: "DPM++ 2M",
  dpmpp_2m_karras: "DPM++ 2M Karras",
  dpmpp_2m_sde: "DPM++ 2M SDE",
  deis: "DEIS",
  unipc: "UniPC",
  lcm: "LCM",
  tcd: "TCD",
  flow_euler: "Euler",
  flow_heun: "Heun",
  flow_dpmpp_2m: "DPM++ 2M",
  flow_unipc: "UniPC",
};

/** Return the name of a sampler; one that is new here by its id. */
export function samplerName(id: string): string {
  return NAMES[id] ?? id.replaceAll("_", " ");
}
