// What waits on this device: rows of fields, encrypted under a key that cannot leave the browser.
const NAME = "reception-desk";

function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function open() {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore("keys");
    request.result.createObjectStore("rows", { keyPath: "id", autoIncrement: true });
  };
  return done(request);
}

async function table(name, mode) {
  return (await open()).transaction(name, mode).objectStore(name);
}

async function key() {
  const there = await done((await table("keys", "readonly")).get("rows"));
  if (there) return there;
  const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  await done((await table("keys", "readwrite")).add(made, "rows"));
  return made;
}

async function packed(value) {
  if (!(value instanceof File)) return value;
  const bytes = new Uint8Array(await value.arrayBuffer());
  return { name: value.name, type: value.type, bytes: [...bytes] };
}

function unpacked(value) {
  return typeof value === "string" ? value : new File([new Uint8Array(value.bytes)], value.name, { type: value.type });
}

// Keeps the fields [[name, text or File]] of one visit for the desk at `place`.
export async function keep(place, fields) {
  const plain = [];
  for (const [name, value] of fields) plain.push([name, await packed(value)]);
  const secret = await key();
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, secret, new TextEncoder().encode(JSON.stringify(plain)));
  await done((await table("rows", "readwrite")).add({ place, iv, sealed }));
}

// The visits that wait for the desk at `place`, oldest first.
export async function kept(place) {
  const rows = (await done((await table("rows", "readonly")).getAll())).filter((row) => row.place === place);
  if (!rows.length) return [];
  const secret = await key();
  const read = async ({ id, iv, sealed }) => {
    const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, secret, sealed);
    const fields = JSON.parse(new TextDecoder().decode(plain)).map(([name, value]) => [name, unpacked(value)]);
    return { id, fields };
  };
  return Promise.all(rows.map(read));
}

export async function forget(id) {
  await done((await table("rows", "readwrite")).delete(id));
}
