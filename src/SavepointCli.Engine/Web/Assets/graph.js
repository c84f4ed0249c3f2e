// Draws a graph of operators in layers, from sources to sinks, and lets it be moved and zoomed. Only what is in sight is in the document,
// so a graph of a thousand operators moves like one of ten.

import { h, s } from './dom.js';

const nodeWidth = 236;
const nodeHeight = 84;
const gapAlong = 74;
const gapAcross = 26;
const margin = 24;
const minZoom = 0.02;
const maxZoom = 2;
const farZoom = 0.35; // below it texts cannot be read, so they are not drawn
const lineLength = 30;
const sweeps = 4;

/**
 * Places nodes in layers: each behind all it reads from, ordered so that edges cross little.
 * @param nodes {id, inputs: [{id}]} objects
 * @returns {places: Map id → {x, y}, width, height}
 */
export function layOut(nodes, isDownwards) {
  const layers = order(layersOf(nodes), new Map(nodes.map(node => [node.id, node.inputs.map(input => input.id)])));
  const [alongSize, acrossSize] = isDownwards ? [nodeHeight + gapAlong / 1.6, nodeWidth + gapAcross] : [nodeWidth + gapAlong, nodeHeight + gapAcross];
  const widest = Math.max(...layers.map(layer => layer.length), 1);
  const places = new Map();
  layers.forEach((layer, depth) => layer.forEach((id, index) => {
    const along = margin + depth * alongSize;
    const across = margin + (index + (widest - layer.length) / 2) * acrossSize;
    places.set(id, isDownwards ? { x: across, y: along } : { x: along, y: across });
  }));
  const ends = [...places.values()];
  return {
    places,
    width: Math.max(...ends.map(place => place.x), 0) + nodeWidth + margin,
    height: Math.max(...ends.map(place => place.y), 0) + nodeHeight + margin,
  };
}

/** Each node one layer behind the last of its inputs. */
function layersOf(nodes) {
  const known = new Set(nodes.map(node => node.id));
  const inputsOf = new Map(nodes.map(node => [node.id, node.inputs.map(input => input.id).filter(id => known.has(id))]));
  const outputsOf = new Map(nodes.map(node => [node.id, []]));
  for (const [id, inputs] of inputsOf) inputs.forEach(input => outputsOf.get(input).push(id));
  const open = new Map([...inputsOf].map(([id, inputs]) => [id, inputs.length]));
  const depths = new Map(nodes.map(node => [node.id, 0]));
  const ready = nodes.filter(node => open.get(node.id) === 0).map(node => node.id);
  for (let at = 0; at < ready.length; at++) {
    for (const target of outputsOf.get(ready[at])) {
      depths.set(target, Math.max(depths.get(target), depths.get(ready[at]) + 1));
      open.set(target, open.get(target) - 1);
      if (open.get(target) === 0) ready.push(target);
    }
  }
  const layers = [];
  for (const node of nodes) (layers[depths.get(node.id)] ??= []).push(node.id);
  return layers.filter(Boolean);
}

/** Moves every node towards the middle of its neighbours, forwards and backwards in turn. */
function order(layers, inputsOf) {
  const outputsOf = new Map();
  for (const [id, inputs] of inputsOf) inputs.forEach(input => outputsOf.set(input, [...(outputsOf.get(input) ?? []), id]));
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const isForwards = sweep % 2 === 0;
    const position = new Map(layers.flatMap(layer => layer.map((id, i) => [id, i / layer.length])));
    const sequence = isForwards ? layers : [...layers].reverse();
    for (const layer of sequence) {
      const middle = new Map(layer.map(id => {
        const neighbours = ((isForwards ? inputsOf : outputsOf).get(id) ?? []).map(other => position.get(other)).filter(at => at !== undefined);
        return [id, neighbours.length === 0 ? position.get(id) : neighbours.reduce((sum, at) => sum + at, 0) / neighbours.length];
      }));
      layer.sort((a, b) => middle.get(a) - middle.get(b));
      layer.forEach((id, i) => position.set(id, i / layer.length));
    }
  }
  return layers;
}

/** The element that shows a graph, with `show(nodes)` to change what the nodes say. */
export function graphView(label) {
  const edgesGroup = s('g', { class: 'edges' });
  const nodesGroup = s('g', { class: 'nodes' });
  const world = s('g', null, edgesGroup, nodesGroup);
  const svg = s('svg', { role: 'img', 'aria-label': label, focusable: 'false' }, world);
  const pane = h('div', { class: 'graph', tabindex: '0', role: 'group', 'aria-label': `${label}. Arrow keys move it, plus and minus zoom, 0 shows all.` }, svg);
  const view = { x: 0, y: 0, zoom: 1 };
  let shape = '';
  let layout = { places: new Map(), width: 1, height: 1 };
  let drawn = new Map(); // id → {element, node, place}
  let edges = [];
  let pending = 0;

  const draw = () => { pending ||= requestAnimationFrame(() => { pending = 0; render(); }); };

  function render() {
    world.setAttribute('transform', `translate(${view.x} ${view.y}) scale(${view.zoom})`);
    svg.classList.toggle('far', view.zoom < farZoom);
    const { clientWidth, clientHeight } = pane;
    const sight = {
      left: -view.x / view.zoom - nodeWidth, top: -view.y / view.zoom - nodeHeight,
      right: (clientWidth - view.x) / view.zoom, bottom: (clientHeight - view.y) / view.zoom,
    };
    for (const item of drawn.values()) {
      const { x, y } = item.place;
      inSight(item, x >= sight.left && x <= sight.right && y >= sight.top && y <= sight.bottom, nodesGroup);
    }
    for (const edge of edges) {
      inSight(edge, edge.left <= sight.right && edge.right >= sight.left && edge.top <= sight.bottom && edge.bottom >= sight.top, edgesGroup);
    }
  }

  function inSight(item, isIn, group) {
    if (isIn === item.isShown) return;
    item.isShown = isIn;
    if (isIn) group.append(item.element ??= item.create());
    else item.element.remove();
  }

  function zoomTo(zoom, atX = pane.clientWidth / 2, atY = pane.clientHeight / 2) {
    const next = Math.min(Math.max(zoom, minZoom), maxZoom);
    view.x = atX - (atX - view.x) * next / view.zoom;
    view.y = atY - (atY - view.y) * next / view.zoom;
    view.zoom = next;
    draw();
  }

  function fit() {
    const zoom = Math.min(pane.clientWidth / layout.width, pane.clientHeight / layout.height, 1);
    view.zoom = Math.max(zoom, minZoom);
    view.x = (pane.clientWidth - layout.width * view.zoom) / 2;
    view.y = (pane.clientHeight - layout.height * view.zoom) / 2;
    draw();
  }

  function move(x, y) {
    view.x += x;
    view.y += y;
    draw();
  }

  const keys = {
    ArrowLeft: () => move(60, 0), ArrowRight: () => move(-60, 0), ArrowUp: () => move(0, 60), ArrowDown: () => move(0, -60),
    '+': () => zoomTo(view.zoom * 1.25), '=': () => zoomTo(view.zoom * 1.25), '-': () => zoomTo(view.zoom / 1.25), 0: fit,
  };
  pane.addEventListener('keydown', event => {
    if (!(event.key in keys) || event.ctrlKey || event.metaKey || event.altKey || event.target !== pane) return;
    event.preventDefault();
    keys[event.key]();
  });
  pane.addEventListener('wheel', event => {
    if (!event.ctrlKey && !event.metaKey) return; // the page scrolls
    event.preventDefault();
    const box = pane.getBoundingClientRect();
    zoomTo(view.zoom * Math.exp(-event.deltaY / 300), event.clientX - box.left, event.clientY - box.top);
  }, { passive: false });
  pane.addEventListener('pointerdown', event => {
    if (event.button !== 0) return;
    pane.setPointerCapture(event.pointerId);
    pane.classList.add('moving');
  });
  pane.addEventListener('pointermove', event => { if (pane.hasPointerCapture(event.pointerId)) move(event.movementX, event.movementY); });
  pane.addEventListener('pointerup', () => pane.classList.remove('moving'));
  pane.addEventListener('pointercancel', () => pane.classList.remove('moving'));

  function show(nodes) {
    const isDownwards = pane.clientWidth < 640;
    const nextShape = JSON.stringify([isDownwards, nodes.map(node => [node.id, node.inputs.map(input => input.id)])]);
    if (nextShape !== shape) {
      shape = nextShape;
      layout = layOut(nodes, isDownwards);
      nodesGroup.replaceChildren();
      edgesGroup.replaceChildren();
      drawn = new Map(nodes.map(node => [node.id, newNode(node, layout.places.get(node.id))]));
      edges = nodes.flatMap(node => node.inputs
        .filter(input => layout.places.has(input.id))
        .map(input => newEdge(layout.places.get(input.id), layout.places.get(node.id), input, isDownwards)));
      pane.style.height = `${Math.min(Math.max(layout.height, 220), isDownwards ? 460 : 420)}px`;
      fit();
    }
    for (const node of nodes) {
      const item = drawn.get(node.id);
      if (item.element && JSON.stringify(item.node) !== JSON.stringify(node)) {
        item.node = node;
        const element = item.create();
        item.element.replaceWith(element);
        item.element = element;
      }
      item.node = node;
    }
    draw();
  }

  new ResizeObserver(draw).observe(pane);
  const buttons = h('div', { class: 'graph-buttons' },
    h('button', { type: 'button', 'aria-label': 'Zoom in', onclick: () => zoomTo(view.zoom * 1.25) }, '+'),
    h('button', { type: 'button', 'aria-label': 'Zoom out', onclick: () => zoomTo(view.zoom / 1.25) }, '−'),
    h('button', { type: 'button', onclick: fit }, 'Fit'));
  return { element: h('div', { class: 'graph-frame' }, pane, buttons), show };
}

function newNode(node, place) {
  const item = { node, place, isShown: false, element: null };
  item.create = () => {
    const lines = linesOf(item.node.name);
    return s('g', { class: `node ${item.node.state.toLowerCase()}`, transform: `translate(${place.x} ${place.y})` },
      s('title', null, item.node.name),
      s('rect', { class: 'box', width: nodeWidth, height: nodeHeight, rx: 10 }),
      s('rect', { class: 'stripe', x: 0, y: 12, width: 5, height: nodeHeight - 24, rx: 2.5 }),
      lines.map((line, i) => s('text', { class: 'name', x: 18, y: 28 + i * 18 }, line)),
      s('text', { class: 'detail', x: 18, y: nodeHeight - 14 }, item.node.detail));
  };
  return item;
}

function newEdge(from, to, input, isDownwards) {
  const [x1, y1, x2, y2] = isDownwards
    ? [from.x + nodeWidth / 2, from.y + nodeHeight, to.x + nodeWidth / 2, to.y]
    : [from.x + nodeWidth, from.y + nodeHeight / 2, to.x, to.y + nodeHeight / 2];
  const bend = (isDownwards ? y2 - y1 : x2 - x1) / 2;
  const path = isDownwards ? `M${x1} ${y1}C${x1} ${y1 + bend} ${x2} ${y2 - bend} ${x2} ${y2}` : `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
  const tip = isDownwards ? `M${x2 - 5} ${y2 - 8}L${x2} ${y2}L${x2 + 5} ${y2 - 8}` : `M${x2 - 8} ${y2 - 5}L${x2} ${y2}L${x2 - 8} ${y2 + 5}`;
  return {
    isShown: false, element: null,
    left: Math.min(x1, x2), right: Math.max(x1, x2), top: Math.min(y1, y2) - 20, bottom: Math.max(y1, y2) + 20,
    create: () => s('g', { class: 'edge' }, s('path', { d: path }), s('path', { d: tip }),
      input.label && s('text', { x: (x1 + x2) / 2, y: (y1 + y2) / 2 - 6 }, input.label.toLowerCase())),
  };
}

/** Two lines of a chain's name: its first operator, and what follows. */
function linesOf(name) {
  const [first, ...rest] = name.split(' -> ');
  return [shorten(first), rest.length > 0 ? shorten(`→ ${rest.join(' → ')}`) : ''].filter(line => line !== '');
}

const shorten = text => [...text].length > lineLength ? `${[...text].slice(0, lineLength - 1).join('')}…` : text;
