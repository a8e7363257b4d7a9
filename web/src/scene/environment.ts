import {
  AmbientLight,
  BackSide,
  DirectionalLight,
  Mesh,
  MeshBasicMaterial,
  PMREMGenerator,
  PlaneGeometry,
  Scene,
  SphereGeometry,
  Color,
  type Object3D,
  type Texture,
  type WebGLRenderer,
} from 'three';

/** A soft room to be mirrored in enamel: grey all round, a wide window above and one at each side. */
export function softRoom(renderer: WebGLRenderer): Texture {
  const room = new Scene();
  room.add(
    new Mesh(
      new SphereGeometry(50, 24, 16),
      new MeshBasicMaterial({ color: new Color(0.34, 0.34, 0.36), side: BackSide }),
    ),
  );
  const window = (x: number, y: number, z: number, size: number, strength: number) => {
    const pane = new Mesh(
      new PlaneGeometry(size, size),
      new MeshBasicMaterial({ color: new Color(strength, strength, strength * 0.98) }),
    );
    pane.position.set(x, y, z);
    pane.lookAt(0, 0, 0);
    room.add(pane);
  };
  window(0, -18, 26, 30, 2.6);
  window(-30, -14, 6, 22, 1.8);
  window(30, -14, 6, 22, 1.8);
  window(0, -30, -8, 16, 0.9);
  window(0, 12, -30, 26, 0.9);
  const generator = new PMREMGenerator(renderer);
  const { texture } = generator.fromScene(room, 0.06);
  generator.dispose();
  return texture;
}

/** Lights that go with the camera, as a reader's lamp does: key from above left, fill from the right. */
export function lamps(): Object3D[] {
  const key = new DirectionalLight('#fffaf2', 1.7);
  key.position.set(-0.5, 0.9, 1);
  const fill = new DirectionalLight('#eaf1ff', 0.55);
  fill.position.set(0.9, -0.1, 0.7);
  return [key, key.target, fill, fill.target, new AmbientLight('#ffffff', 0.25)];
}
