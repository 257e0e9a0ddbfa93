#include "layout/frame.h"

namespace rapporteur {

Frame page_frame(const Style& style) {
    const auto& grid = style.grid;
    Frame frame;
    frame.full = {style.page.left, style.page.width - style.page.left - style.page.right};
    frame.words = frame.text = {grid.text_x, grid.text_width};
    frame.label = {grid.label_x, grid.label_width};
    frame.number_right = grid.number_x + grid.number_width;
    return frame;
}

Frame inner_frame(Frame::Place place, Region inside, const Style& style) {
    Frame frame;
    frame.place = place;
    frame.full = frame.words = inside;
    frame.label = {inside.x, style.box.label_width};
    frame.number_right = inside.x + style.box.label_width - style.text.bullet_hang / 2;
    frame.text = {inside.x + style.box.label_width, inside.width - style.box.label_width};
    return frame;
}

std::string role_in(Frame::Place place, const std::string& role) {
    if (place == Frame::Place::page) return role;
    if (role == "own") return "table-own";
    if (role == "quote") return "table-quote";
    return place == Frame::Place::box && role == "row-label" ? "box-label" : role;
}

}  // namespace rapporteur
