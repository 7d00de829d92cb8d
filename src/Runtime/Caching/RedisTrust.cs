using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Gpu.Runtime.Caching;

/// <summary>
/// Decides whether a Redis's certificate is trusted, and remembers a refusal: the library tries again by itself, and what it says
/// of the call that comes next may be that there is no connection, without why.
/// </summary>
internal sealed class RedisTrust : IDisposable
{
    private readonly X509Certificate2? _authority;
    private volatile bool _hasRefused;

    /// <param name="authority">A PEM file of the only authority to trust; null for those of the system.</param>
    /// <exception cref="ConfigurationError">The file cannot be read.</exception>
    public RedisTrust(string? authority)
    {
        try
        {
            _authority = authority is null ? null : X509CertificateLoader.LoadCertificateFromFile(authority);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new ConfigurationError($"The authority of Redis's certificate, \"{authority}\", cannot be read: {e.Message} Give a PEM file.", e);
        }
    }

    /// <summary>Whether the certificate that was shown last was refused.</summary>
    public bool HasRefused => _hasRefused;

    /// <summary>Says whether a certificate is trusted.</summary>
    /// <param name="certificate">The server's.</param>
    /// <param name="shown">The chain of what the server sent with it.</param>
    /// <param name="errors">What the system has against it.</param>
    public bool Accepts(X509Certificate? certificate, X509Chain? shown, SslPolicyErrors errors)
    {
        var accepted = errors == SslPolicyErrors.None || (errors == SslPolicyErrors.RemoteCertificateChainErrors && IsOfAuthority(certificate, shown));
        _hasRefused = !accepted;
        return accepted;
    }

    public void Dispose() => _authority?.Dispose();

    private bool IsOfAuthority(X509Certificate? certificate, X509Chain? shown)
    {
        if (_authority is null || certificate is not X509Certificate2 server)
        {
            return false;
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(_authority);
        // A private authority has no place that tells what it has withdrawn.
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.ExtraStore.AddRange(shown?.ChainPolicy.ExtraStore ?? []);
        return chain.Build(server);
    }
}
