using System.Security.Cryptography;
using AirsPolicy.Runtime.Bundles.Signing;

namespace AirsPolicy.Runtime.Tests.Bundles.Signing;

public sealed class TrustedKeysTests : IDisposable
{
    private const string Type = "text/plain";

    private static readonly byte[] s_payload = "what is signed"u8.ToArray();

    private readonly SigningKey _first = SigningKey.Create();
    private readonly SigningKey _second = SigningKey.Create();

    [Fact]
    public void A_signature_is_of_one_key_over_one_payload_of_one_type()
    {
        var signature = _first.Sign("first", Type, s_payload);
        var keys = Keys(("first", _first), ("second", _second));

        keys.Check("it", Type, s_payload, [signature]);

        Refused(() => keys.Check("it", Type, "another"u8, [signature]));
        Refused(() => keys.Check("it", "text/html", s_payload, [signature]));
        Refused(() => keys.Check("it", Type, s_payload, [signature with { Key = "second" }]));
        Refused(() => keys.Check("it", Type, s_payload, [signature with { Signature = new byte[72] }]));
        Refused(() => keys.Check("it", Type, s_payload, [signature with { Signature = "text"u8.ToArray() }]));

        static void Refused(Action check) => Assert.EndsWith(
            "of it is not one of the key that is trusted under this name.",
            Assert.Throws<InvalidDataException>(check).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Others_can_check_a_signature_with_the_base_library_alone()
    {
        using var others = ECDsa.Create();
        others.ImportFromPem(_first.Public.ToPem());
        var signed = Envelope.Encode(Type, s_payload);

        Assert.True(others.VerifyData(
            signed,
            _first.Sign("first", Type, s_payload).Signature.Span,
            HashAlgorithmName.SHA256,
            DSASignatureFormat.Rfc3279DerSequence));
        Assert.Equal(_first.Public, SigningKey.FromPem(_first.ToPem()).Public);
        Assert.NotEqual(_first.Public, _second.Public);
    }

    [Fact]
    public void Keys_that_are_not_known_and_signatures_that_are_repeated_do_not_count()
    {
        var (first, second) = (_first.Sign("first", Type, s_payload), _second.Sign("second", Type, s_payload));
        var again = _first.Sign("first", Type, s_payload);
        var both = new TrustedKeys(Pems(("first", _first), ("second", _second)), threshold: 2);

        both.Check("it", Type, s_payload, [first, second]);

        foreach (var signatures in new KeySignature[][] { [], [first], [first, again], [first, second with { Key = "third" }] })
            Assert.Contains("of the keys that are trusted ha", Assert.Throws<InvalidDataException>(
                () => both.Check("it", Type, s_payload, signatures)).Message, StringComparison.Ordinal);
        Assert.Equal(["first", "second"], both.SignersOf("it", Type, s_payload, [second, first, again, first with { Key = "x" }]));
    }

    [Fact]
    public void Keys_that_nobody_could_trust_are_refused_when_they_are_given()
    {
        Assert.Throws<ArgumentException>(() => Keys());
        Assert.Throws<ArgumentException>(() => Keys(("first", _first), ("again", _first)));
        Assert.Throws<ArgumentException>(() => Keys(("First", _first)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TrustedKeys(Pems(("first", _first)), threshold: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TrustedKeys(Pems(("first", _first)), threshold: 2));
        using var larger = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var rsa = RSA.Create();
        foreach (var pem in (string[])[
            "", "a text", _first.ToPem(), larger.ExportSubjectPublicKeyInfoPem(), rsa.ExportSubjectPublicKeyInfoPem(),
            PemEncoding.WriteString("PUBLIC KEY", new byte[91])])
            Assert.Throws<ArgumentException>(() => new TrustedKeys(new Dictionary<string, string> { ["a"] = pem }));
    }

    [Fact]
    public void Only_a_private_key_signs()
    {
        using var larger = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        foreach (var pem in (string[])["", "a text", _first.Public.ToPem(), larger.ExportPkcs8PrivateKeyPem()])
            Assert.Throws<CryptographicException>(() => SigningKey.FromPem(pem));
    }

    public void Dispose()
    {
        _first.Dispose();
        _second.Dispose();
    }

    private static TrustedKeys Keys(params (string Name, SigningKey Key)[] keys) => new(Pems(keys));

    private static Dictionary<string, string> Pems(params (string Name, SigningKey Key)[] keys) =>
        keys.ToDictionary(key => key.Name, key => key.Key.Public.ToPem(), StringComparer.Ordinal);
}
