#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

/// The fields that are open at a place of the text (17.16): each has an instruction, which is not printed, and a
/// result, which is.
class DocxFields {
public:
    void begin();
    /// The instruction ends, the result begins.
    void separate();
    void end();
    /// A field whose instruction is given whole.
    void begin_simple(std::string_view instruction);
    void add_instruction(std::string_view text);
    /// Gives up fields whose instruction has not ended: a paragraph's end is no part of one.
    void abandon_instructions();

    /// True where text is part of an instruction, or of a result inside one.
    bool in_instruction() const;
    /// True inside the result of a table of contents.
    bool in_contents() const;
    /// The target of the innermost hyperlink, empty where there is none.
    const std::string& link() const;

private:
    struct Field {
        std::string instruction;
        bool result = false;
        bool contents = false;
        std::string link;
    };
    static void understand(Field& field);

    std::vector<Field> open_;
    std::string no_link_;
};

}  // namespace rapporteur
