// SPDX-License-Identifier: MIT
// One easy handle of libcurl, to be used for one request after another.
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>

#include <curl/curl.h>
#include <memory>

namespace rollcall {

/// An easy handle with a name cache of its own. libcurl walks a whole name cache on each request, so one that
/// all handles share costs more than everything else once there are thousands of hosts.
class CurlHandle
{
public:
    CurlHandle();
    ~CurlHandle();
    CurlHandle(const CurlHandle &) = delete;
    CurlHandle &operator=(const CurlHandle &) = delete;

    /// Whether libcurl had the memory for it. Nothing else may be called otherwise.
    bool isValid() const { return m_easy && m_names; }
    CURL *easy() const { return m_easy.get(); }

    /// Forgets the last request, and sets what is the same for all.
    void reset();
    template <class T>
    void set(CURLoption option, T value)
    {
        curl_easy_setopt(m_easy.get(), option, value);
    }
    /// Sends this line as a header. Takes effect with commit().
    void addHeader(const QByteArray &line);
    /// Makes \a host, at \a port, be found at \a addresses, best first. Takes effect with commit().
    void pinHost(const QByteArray &host, int port, const QList<QHostAddress> &addresses);
    void commit();

private:
    template <auto free>
    struct Delete {
        template <class T>
        void operator()(T *object) const
        {
            free(object);
        }
    };
    using StringList = std::unique_ptr<curl_slist, Delete<curl_slist_free_all>>;
    static void append(StringList &list, const QByteArray &text);

    std::unique_ptr<CURLSH, Delete<curl_share_cleanup>> m_names; // outlives m_easy, which refers to it
    std::unique_ptr<CURL, Delete<curl_easy_cleanup>> m_easy;
    StringList m_headers;
    StringList m_hosts;
    QByteArray m_pinnedHost; // in m_names since the last request that needed it
};

} // namespace rollcall
