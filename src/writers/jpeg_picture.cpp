#include "writers/jpeg_picture.h"

#include <string>

#include "writers/picture_limits.h"

namespace rapporteur {
namespace {

// Markers (ITU-T T.81, table B.1).
constexpr unsigned frame_first = 0xC0, frame_last = 0xCF, huffman_tables = 0xC4, reserved_frame = 0xC8,
                   arithmetic = 0xCC, progressive = 0xC2, restart_first = 0xD0, restart_last = 0xD7, start = 0xD8,
                   end = 0xD9, scan = 0xDA, quantisation = 0xDB, restarts = 0xDD, adobe = 0xEE;

// JFIF's own marker is left out too: without Adobe's, three components are YCbCr all the same.
bool is_kept(unsigned marker) {
    return (marker >= frame_first && marker <= progressive) || marker == huffman_tables || marker == quantisation ||
           marker == restarts || marker == scan || marker == adobe;
}

bool is_frame(unsigned marker) {
    return marker >= frame_first && marker <= frame_last && marker != huffman_tables && marker != reserved_frame &&
           marker != arithmetic;
}

// Walks the segments of a file and keeps those that the picture is made of.
class JpegWalk {
public:
    explicit JpegWalk(std::string_view bytes) : bytes_(bytes) {}

    Result<Picture> read() {
        picture_.kind = PictureKind::jpeg;
        picture_.bytes = bytes_.substr(0, 2);
        at_ = 2;
        while (true) {
            const unsigned marker = next_marker();
            if (marker == 0) return refused_picture("it breaks off");
            if (marker == end) break;
            if (const std::string fault = take(marker); !fault.empty()) return refused_picture(fault);
        }
        if (picture_.width == 0 || !has_scan_) return refused_picture("it holds no picture");
        picture_.bytes += "\xFF\xD9";
        return std::move(picture_);
    }

private:
    unsigned byte(std::size_t at) const { return static_cast<unsigned char>(bytes_[at]); }
    std::size_t pair(std::size_t at) const { return byte(at) << 8 | byte(at + 1); }

    /// The marker at the place, any number of fill bytes before it; 0 where there is none.
    unsigned next_marker() {
        if (at_ + 1 >= bytes_.size() || byte(at_) != 0xFF) return 0;
        while (at_ < bytes_.size() && byte(at_) == 0xFF) ++at_;
        return at_ < bytes_.size() ? byte(at_++) : 0;
    }

    /// A segment and, of a scan, the coded pixels behind it; what is wrong with it, or nothing.
    std::string take(unsigned marker) {
        if (marker == start || (marker >= restart_first && marker <= restart_last) || marker < frame_first)
            return "its parts are out of order";
        if (at_ + 2 > bytes_.size() || pair(at_) < 2 || pair(at_) > bytes_.size() - at_) return "it breaks off";
        const std::string_view segment = bytes_.substr(at_, pair(at_));
        if (is_frame(marker))
            if (std::string fault = take_frame(marker, segment); !fault.empty()) return fault;
        if (marker == scan && picture_.width == 0) return "its parts are out of order";
        at_ += segment.size();
        if (!is_kept(marker)) return {};
        picture_.bytes += {'\xFF', static_cast<char>(marker)};
        picture_.bytes += segment;
        if (marker == scan) take_pixels();
        return {};
    }

    /// Width, height and components (ITU-T T.81, B.2.2).
    std::string take_frame(unsigned marker, std::string_view segment) {
        constexpr std::size_t header = 8, component = 3;
        if (marker > progressive) return "it is coded as only few programs can read: save it as an ordinary JPEG";
        if (picture_.width > 0) return "it holds several pictures";
        if (segment.size() < header) return "it breaks off";
        if (byte(at_ + 2) != 8) return "its colours have more than 8 bits";
        const std::size_t height = pair(at_ + 3), width = pair(at_ + 5), components = byte(at_ + 7);
        if (!is_size_allowed(width, height)) return size_words(width, height);
        if (components == 4) return "its colours are meant for a printing press (CMYK): save it with RGB colours";
        if ((components != 1 && components != 3) || segment.size() != header + component * components)
            return "its colours are of an unknown kind";
        picture_.width = static_cast<int>(width);
        picture_.height = static_cast<int>(height);
        picture_.grey = components == 1;
        return {};
    }

    /// Up to the next marker that is no restart and no coded 0xFF.
    void take_pixels() {
        const std::size_t begin = at_;
        while (at_ + 1 < bytes_.size()) {
            const unsigned next = byte(at_ + 1);
            if (byte(at_) == 0xFF && next != 0 && next != 0xFF && (next < restart_first || next > restart_last)) break;
            ++at_;
        }
        if (at_ + 1 >= bytes_.size()) at_ = bytes_.size();
        has_scan_ = has_scan_ || at_ > begin;
        picture_.bytes += bytes_.substr(begin, at_ - begin);
    }

    std::string_view bytes_;
    std::size_t at_ = 0;
    Picture picture_;
    bool has_scan_ = false;
};

}  // namespace

bool is_jpeg(std::string_view bytes) { return bytes.starts_with("\xFF\xD8\xFF"); }

Result<Picture> read_jpeg(std::string_view bytes) { return JpegWalk(bytes).read(); }

}  // namespace rapporteur
