#include "writers/pdf/pdf_sheet_marks.h"

#include <string>
#include <vector>

namespace rapporteur {
namespace {

constexpr std::size_t most_operands = 4096;  // tokens: more are no operation

class MarkStripper : public QPDFObjectHandle::TokenFilter {
public:
    void handleToken(const QPDFTokenizer::Token& token) override {
        if (token.getType() != QPDFTokenizer::tt_word) {
            operands_.push_back(token);
            if (operands_.size() > most_operands) pass();
            return;
        }
        const std::string& operation = token.getValue();
        if (operation == "BMC" || operation == "BDC") {
            const bool layer = operation == "BDC" && begins_with("/OC");
            open_.push_back(layer);
            handle(token, layer);
        } else if (operation == "EMC") {
            const bool layer = !open_.empty() && open_.back();
            if (!open_.empty()) open_.pop_back();
            handle(token, layer);
        } else {
            handle(token, operation != "MP" && operation != "DP");
        }
    }

    void handleEOF() override {
        pass();
        for (const bool layer : open_)
            if (layer) write("\nEMC\n");
        open_.clear();
    }

private:
    bool begins_with(const std::string& name) const {
        for (const auto& token : operands_)
            if (token.getType() == QPDFTokenizer::tt_name) return token.getValue() == name;
        return false;
    }

    void handle(const QPDFTokenizer::Token& operation, bool kept) {
        if (kept) {
            pass();
            writeToken(operation);
        } else {
            operands_.clear();
            write("\n");
        }
    }

    void pass() {
        for (const auto& token : operands_) writeToken(token);
        operands_.clear();
    }

    std::vector<QPDFTokenizer::Token> operands_;
    std::vector<bool> open_;  // whether each open stretch belongs to a layer
};

}  // namespace

std::shared_ptr<QPDFObjectHandle::TokenFilter> make_mark_stripper() { return std::make_shared<MarkStripper>(); }

}  // namespace rapporteur
