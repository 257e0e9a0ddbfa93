# The Debian package: cpack --config build/release/CPackConfig.cmake
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME rapporteur)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_CONTACT "The Rapporteur authors <rapporteur@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Briefing packs from meeting documents")
set(CPACK_PACKAGE_DESCRIPTION "Reads the documents of meetings - PDF, Word, OpenDocument, web pages, mail, Markdown, text - and writes
briefing packs as PDF and DOCX: agenda, recommendations, outcomes, who said what,
papers, and what is missing or damaged, every quotation cited.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)

# What the program opens at run time, which no link tells of, is what the list of packages has besides -dev packages.
file(STRINGS ${CMAKE_SOURCE_DIR}/.ci/packages listed)
set(opened "")
foreach(package IN LISTS listed)
  if(package MATCHES "^(fonts-|hyphen-|poppler-data|tesseract-ocr-)")
    list(APPEND opened ${package})
  endif()
endforeach()
list(JOIN opened ", " CPACK_DEBIAN_PACKAGE_DEPENDS)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "libreoffice-writer-nogui, libreoffice-impress-nogui")
include(CPack)
