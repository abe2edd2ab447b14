//! The sample candidate's photo: drawn from a few shapes, so that nobody's face is used.
//!
//! 295 by 413 pixels is 25 by 35 mm at 300 dots per inch, the one-inch photo
//! that Chinese forms ask for.

use image::codecs::jpeg::JpegEncoder;
use image::{Rgb, RgbImage};

const WIDTH: u32 = 295;
const HEIGHT: u32 = 413;
/// Points looked at in each pixel, across and down, so that edges are smooth.
const FINE: u32 = 4;

const WALL: [f32; 3] = [214.0, 226.0, 238.0];
const SKIN: [f32; 3] = [239.0, 205.0, 178.0];
const SHADE: [f32; 3] = [222.0, 182.0, 152.0];
const HAIR: [f32; 3] = [45.0, 48.0, 58.0];
const JACKET: [f32; 3] = [40.0, 66.0, 96.0];
const LAPEL: [f32; 3] = [31.0, 52.0, 78.0];
const SHIRT: [f32; 3] = [248.0, 249.0, 251.0];
const LINE: [f32; 3] = [74.0, 62.0, 60.0];
const LIPS: [f32; 3] = [186.0, 106.0, 98.0];

/// Makes `photo.jpg`.
pub(super) fn build() -> Result<Vec<u8>, String> {
    let picture = RgbImage::from_fn(WIDTH, HEIGHT, pixel);
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 88)
        .encode_image(&picture)
        .map_err(|error| error.to_string())?;
    Ok(bytes)
}

fn pixel(column: u32, row: u32) -> Rgb<u8> {
    let mut sum = [0.0_f32; 3];
    for (i, j) in (0..FINE).flat_map(|i| (0..FINE).map(move |j| (i, j))) {
        let at =
            |pixel: u32, part: u32| (real(pixel) + (real(part) + 0.5) / real(FINE)) / real(WIDTH);
        let colour = colour(at(column, i), at(row, j));
        for (sum, part) in sum.iter_mut().zip(colour) {
            *sum += part;
        }
    }
    Rgb(sum.map(|it| byte(it / real(FINE * FINE))))
}

/// The colour at a point, counted in widths from the upper left corner; the
/// picture is 1.4 widths high. What stands in front is asked first.
fn colour(x: f32, y: f32) -> [f32; 3] {
    // Mirrored: the drawing is symmetric but for the parting of the hair.
    let side = (x - 0.5).abs();
    let layers = [
        (ellipse(side, y, 0.088, 0.60, 0.017, 0.021), LINE),
        (ellipse(side, y, 0.088, 0.548, 0.040, 0.008), HAIR),
        (smile(side, y), LIPS),
        (ellipse(side, y, 0.0, 0.672, 0.017, 0.010), SHADE),
        (fringe(x, y), HAIR),
        (ellipse(side, y, 0.0, 0.60, 0.184, 0.240), SKIN),
        (ellipse(side, y, 0.194, 0.74, 0.052, 0.20), HAIR),
        (ellipse(side, y, 0.0, 0.815, 0.086, 0.075), SHADE),
        (side < 0.086 && y > 0.75 && y < 0.975 - side * 0.6, SKIN),
        (lapel(side, y), LAPEL),
        (collar(side, y), SHIRT),
        (shoulders(side, y), JACKET),
        (hair(side, y), HAIR),
    ];
    let front = layers.iter().find(|(is_there, _)| *is_there);
    // The wall is a little darker below.
    front.map_or_else(|| WALL.map(|it| it - 14.0 * y), |(_, colour)| *colour)
}

/// Hair to the shoulders, behind everything else.
fn hair(side: f32, y: f32) -> bool {
    let below = y >= 0.545 && y < 0.985 - side * side * 1.2 && side < 0.222 + (y - 0.545) * 0.05;
    below || ellipse(side, y, 0.0, 0.545, 0.222, 0.258)
}

fn ellipse(x: f32, y: f32, at_x: f32, at_y: f32, wide: f32, high: f32) -> bool {
    let (x, y) = ((x - at_x) / wide, (y - at_y) / high);
    x * x + y * y < 1.0
}

fn smile(side: f32, y: f32) -> bool {
    let middle = 0.748 - side * side * 4.0;
    side < 0.062 && (y - middle).abs() < 0.009
}

/// Hair over the forehead, parted on one side.
fn fringe(x: f32, y: f32) -> bool {
    let line = if x < 0.42 { 0.40 + (0.42 - x) * 0.75 } else { 0.40 + (x - 0.42) * 0.42 };
    ellipse((x - 0.5).abs(), y, 0.0, 0.545, 0.200, 0.255) && y < line + 0.045
}

fn collar(side: f32, y: f32) -> bool {
    y > 0.885 - (0.10 - side) * 0.2 && side < 0.125 && side < 0.17 - (y - 0.90) * 0.32
}

/// The turned edge of the jacket, on both sides of the collar.
fn lapel(side: f32, y: f32) -> bool {
    let edge = 0.17 - (y - 0.90) * 0.32;
    shoulders(side, y) && y < 1.28 && side >= edge && side < edge + 0.055 - (y - 1.0) * 0.10
}

fn shoulders(side: f32, y: f32) -> bool {
    let (x, y) = (side / 0.435, ((1.34 - y) / 0.405).max(0.0));
    // Between an ellipse and a box.
    x * x * x + y * y * y < 1.0
}

#[expect(clippy::cast_precision_loss, reason = "pixels are counted in hundreds")]
fn real(pixels: u32) -> f32 {
    pixels as f32
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to a byte on the line itself"
)]
fn byte(part: f32) -> u8 {
    part.round().clamp(0.0, 255.0) as u8
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_photo_is_a_small_jpeg_of_the_size_that_forms_ask_for() {
        let bytes = super::build().unwrap();
        let picture = image::load_from_memory(&bytes).unwrap();
        assert_eq!((picture.width(), picture.height()), (295, 413));
        assert!(bytes.len() < 20_000, "{} bytes", bytes.len());
    }
}
