// SPDX-License-Identifier: MIT
#include "core/net/sha256.h"

#ifdef ROLLCALL_WITH_CURL
#include <array>
#include <openssl/evp.h>
#else
#include <QCryptographicHash>
#endif

namespace rollcall {

#ifdef ROLLCALL_WITH_CURL

class Sha256::Private
{
public:
    Private() : m_context(EVP_MD_CTX_new()) { EVP_DigestInit_ex(m_context.get(), algorithm(), nullptr); }

    void addData(QByteArrayView data)
    {
        EVP_DigestUpdate(m_context.get(), data.data(), std::size_t(data.size()));
    }
    QByteArray hex()
    {
        std::array<unsigned char, EVP_MAX_MD_SIZE> digest = {};
        unsigned length = 0;
        EVP_DigestFinal_ex(m_context.get(), digest.data(), &length);
        return QByteArray::fromRawData(reinterpret_cast<const char *>(digest.data()), qsizetype(length))
            .toHex();
    }

private:
    struct Delete {
        void operator()(EVP_MD *algorithm) const { EVP_MD_free(algorithm); }
        void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
    };

    /// Looked up once: OpenSSL 3 takes a lock and walks its providers for it.
    static const EVP_MD *algorithm()
    {
        static const std::unique_ptr<EVP_MD, Delete> fetched(EVP_MD_fetch(nullptr, "SHA256", nullptr));
        return fetched.get();
    }

    std::unique_ptr<EVP_MD_CTX, Delete> m_context;
};

#else

class Sha256::Private
{
public:
    void addData(QByteArrayView data) { m_hash.addData(data); }
    QByteArray hex() { return m_hash.result().toHex(); }

private:
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

#endif

Sha256::Sha256() : d(std::make_unique<Private>()) {}

Sha256::~Sha256() = default;

void Sha256::addData(QByteArrayView data)
{
    d->addData(data);
}

QByteArray Sha256::hex()
{
    return d->hex();
}

} // namespace rollcall
