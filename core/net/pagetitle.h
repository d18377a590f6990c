// SPDX-License-Identifier: MIT
// Finds the title of an HTML page as the page streams by.
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace rollcall {

/// Looks at no more than the first 64 KiB of a document, and only if it is HTML or XHTML.
class PageTitle
{
public:
    /// \a contentType as sent, for example "text/html; charset=utf-8".
    explicit PageTitle(QByteArrayView contentType);

    /// Takes the next bytes of the decoded body.
    void feed(QByteArrayView bytes);
    /// The content of the first title element outside of comments and scripts, its white space collapsed, its
    /// character references resolved, at most 300 characters of it; empty if there is none. The encoding is
    /// that of the byte order mark, else of \a contentType, else of the page's meta element, else UTF-8 where
    /// that fits, else Latin-1.
    QString title() const;

private:
    bool m_isWanted;
    QByteArray m_declaredCharset;
    QByteArray m_begin; // of the document
};

} // namespace rollcall
