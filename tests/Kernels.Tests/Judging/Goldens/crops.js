// Makes crops.txt: what smartcrop.js 2.0.5 chooses for the photographs of photos.py, given these very pixels.
// In an empty folder: npm install smartcrop@2.0.5, then: NODE_PATH=node_modules node crops.js > crops.txt
const { execFileSync } = require("child_process");
const path = require("path");
const smartcrop = require("smartcrop");

const photos = ["astronaut.png", "coffee.png", "chelsea.png", "motorcycle_left.png", "ihc.png"];
const aspects = [[16, 9], [9, 16], [1, 1], [4, 5], [3, 1]];

async function main() {
  for (const photo of photos) {
    const raw = execFileSync("/usr/bin/python3", [path.join(__dirname, "..", "photos.py"), photo], { maxBuffer: 1 << 28 });
    const image = { width: raw.readInt32LE(0), height: raw.readInt32LE(4) };
    const imageOperations = {
      open: async () => image,
      resample: () => { throw new Error("The picture has the size already."); },
      getData: async () => new smartcrop.ImgData(image.width, image.height, raw.subarray(8)),
    };
    for (const [width, height] of aspects) {
      const { topCrop: c } = await smartcrop.crop(image, { width, height, imageOperations });
      console.log([photo, width, height, c.x, c.y, c.width, c.height].join(" "));
    }
  }
}

main();
