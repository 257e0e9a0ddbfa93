#pragma once

#include <cstdint>
#include <string_view>

namespace rapporteur {

/// The elements of HTML that mean something to the reader; all that only dress text are `other_inline`.
enum class Tag : std::uint8_t {
    text,  // no element but characters
    other_inline,
    other_block,  // a box of its own without a meaning of its own: div, section, center, address
    a,
    bold,
    italic,
    superscript,
    deleted,
    inserted,
    line_break,
    paragraph,
    heading,
    list,
    ordered_list,
    list_item,
    term_list,
    term,
    term_text,
    table,
    caption,
    table_head,
    table_rows,
    table_row,
    table_cell,
    header_cell,
    preformatted,
    code,
    quotation,
    rule,
    main_part,
    article,
    navigation,
    header,
    footer,
    aside,
    form,
    control,  // what is filled in or pressed
    foreign,  // scripts, styles, pictures, players: never text
    title,
    meta,
    link,
    base,
    html,
    head,
    body,
};

/// What an element of that name (lower case) is.
Tag tag_named(std::string_view name);

/// True where the element stands in a line of text rather than on lines of its own.
bool is_inline(Tag tag);

/// True for elements that have no content and no end tag (HTML Living Standard, void elements).
bool is_void(std::string_view name);

/// True for elements whose end tag may be left out: the next of their kind ends them.
bool ends_by_itself(std::string_view name);

}  // namespace rapporteur
