# Every library comes from a Debian package; README.md's command installs them all.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(CLI11 REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(doctest QUIET)
find_package(SQLite3 REQUIRED)

pkg_check_modules(TINYXML2 REQUIRED IMPORTED_TARGET tinyxml2)
pkg_check_modules(LIBZIP REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(ICU REQUIRED IMPORTED_TARGET icu-uc icu-i18n)
pkg_check_modules(CRYPTO REQUIRED IMPORTED_TARGET libcrypto)
pkg_check_modules(POPPLER REQUIRED IMPORTED_TARGET poppler)
pkg_check_modules(GUMBO REQUIRED IMPORTED_TARGET gumbo)
pkg_check_modules(MD4C REQUIRED IMPORTED_TARGET md4c)
pkg_check_modules(RE2 REQUIRED IMPORTED_TARGET re2)
pkg_check_modules(HARFBUZZ REQUIRED IMPORTED_TARGET harfbuzz harfbuzz-subset)
pkg_check_modules(FRIBIDI REQUIRED IMPORTED_TARGET fribidi)
pkg_check_modules(QPDF REQUIRED IMPORTED_TARGET libqpdf)
pkg_check_modules(PNG REQUIRED IMPORTED_TARGET libpng)
pkg_check_modules(SECCOMP REQUIRED IMPORTED_TARGET libseccomp)
pkg_check_modules(TOMLPP REQUIRED IMPORTED_TARGET tomlplusplus)
pkg_check_modules(QPDF REQUIRED IMPORTED_TARGET libqpdf)
# Its old and its standard smart pointers: only the standard ones.
target_compile_definitions(PkgConfig::QPDF INTERFACE POINTERHOLDER_TRANSITION=4)

# Without it pages that are pictures stay gaps.
option(RAPPORTEUR_OCR "Recognise text in pictures of pages, where Tesseract is installed" ON)
set(RAPPORTEUR_MODEL_FOLDERS "/usr/share/tesseract-ocr/5/tessdata:/usr/share/tessdata:/usr/local/share/tessdata"
  CACHE STRING "Where Tesseract's models are looked for, apart by colons")
set(RAPPORTEUR_HYPHENATION_FOLDERS "/usr/share/hyphen:/usr/local/share/hyphen"
  CACHE STRING "Where patterns of hyphenation (hyph_<language>.dic) are looked for, apart by colons")
set(RAPPORTEUR_FONT_FOLDERS "/usr/share/fonts:/usr/local/share/fonts:/usr/share/ghostscript/fonts:/usr/share/poppler"
  CACHE STRING "Where Poppler may read fonts and character maps, apart by colons")
if(RAPPORTEUR_OCR)
  pkg_check_modules(TESSERACT QUIET IMPORTED_TARGET tesseract)
endif()

function(rapporteur_library target header library)
  find_path(${target}_INCLUDE ${header} REQUIRED)
  find_library(${target}_LIBRARY ${library} REQUIRED)
  add_library(${target} INTERFACE IMPORTED)
  target_include_directories(${target} INTERFACE ${${target}_INCLUDE})
  target_link_libraries(${target} INTERFACE ${${target}_LIBRARY})
endfunction()
rapporteur_library(stemmer libstemmer.h stemmer)
rapporteur_library(haru hpdf.h hpdf)
rapporteur_library(hyphen hyphen.h hyphen)
find_path(MUSTACHE_INCLUDE kainjow/mustache.hpp REQUIRED)
