using System.Security.Cryptography;
using System.Text;
using AirsPolicy.Hosting.Evidence.Notes;

namespace AirsPolicy.Hosting.Tests.Evidence;

public sealed class CheckpointTests : IDisposable
{
    private const string Origin = "shop.example/prod";

    private static readonly byte[] s_root = SHA256.HashData("root"u8);

    private readonly CheckpointSigner _signer = Signer("log");
    private readonly CheckpointSigner _next = Signer("log-2027");

    public void Dispose()
    {
        _signer.Dispose();
        _next.Dispose();
    }

    [Fact]
    public void A_checkpoint_is_a_note_of_three_lines_with_a_signature_line()
    {
        var lines = Encoding.UTF8.GetString(_signer.Sign(Origin, 1234, s_root).Write()).Split('\n');
        Assert.Equal([Origin, "1234", Convert.ToBase64String(s_root), ""], lines[..4]);
        Assert.StartsWith("— log ", lines[4], StringComparison.Ordinal);
        Assert.Equal([""], lines[5..]);
        var key = PemEncoding.Find(_signer.PublicPem);
        var id = SHA256.HashData(Convert.FromBase64String(_signer.PublicPem[key.Base64Data]))[..4];
        Assert.Equal(id, Convert.FromBase64String(lines[4].Split(' ')[2])[..4]);
    }

    [Fact]
    public void A_checkpoint_is_read_as_it_was_written()
    {
        var note = _signer.Sign(Origin, 1234, s_root).SignedBy(_next).Write();
        Assert.True(Checkpoint.TryRead(note, out var read, out var reason), reason);
        Assert.Equal((Origin, 1234), (read.Origin, read.Size));
        Assert.Equal(s_root, read.Root.ToArray());
        Assert.Equal(note, read.Write());
        Assert.Equal(["log", "log-2027"], KeysOf(_signer, _next).SignersOf(read, out var fault));
        Assert.Null(fault);
    }

    [Fact]
    public void Each_key_counts_for_what_it_has_signed()
    {
        var keys = KeysOf(_signer, _next);
        Assert.Equal(["log"], keys.SignersOf(_signer.Sign(Origin, 1, s_root), out _));
        Assert.Equal(["log-2027"], keys.SignersOf(_next.Sign(Origin, 2, s_root), out _));
        Assert.Empty(KeysOf(_next).SignersOf(_signer.Sign(Origin, 1, s_root), out var fault));
        Assert.Null(fault);
    }

    [Fact]
    public void A_key_of_the_same_name_is_another_key()
    {
        using var other = Signer("log");
        Assert.Empty(KeysOf(_signer).SignersOf(other.Sign(Origin, 1, s_root), out _));
    }

    [Fact]
    public void A_signature_that_its_key_has_not_made_undoes_the_others()
    {
        var (own, alien) = (_signer.Sign(Origin, 1, s_root).SignedBy(_next), _next.Sign(Origin, 2, s_root));
        var forged = own with { Signatures = [own.Signatures[0], alien.Signatures[0]] };
        Assert.Empty(KeysOf(_signer, _next).SignersOf(forged, out var fault));
        Assert.Equal("The signature 'log-2027' of the checkpoint at 1 is not one of the key that is trusted.", fault);
    }

    [Theory]
    [InlineData("1234\n", "01234\n")]
    [InlineData("1234\n", "-1\n")]
    [InlineData("1234\n", "99999999999999999999\n")]
    [InlineData("1234\n", "1234\nmore\n")]
    [InlineData("shop.example/prod\n", "\n")]
    [InlineData("shop.example/prod\n", "shop example\n")]
    [InlineData("=\n\n", "\n\n")]
    [InlineData("=\n\n", "=\n")]
    [InlineData("\n\n—", "\r\n\n—")]
    [InlineData("— log ", "- log ")]
    [InlineData("— log ", "— Log ")]
    [InlineData("— log ", "— log  ")]
    public void What_is_written_in_another_way_is_refused_with_a_reason(string found, string instead)
    {
        var note = Encoding.UTF8.GetString(_signer.Sign(Origin, 1234, s_root).Write());
        Assert.Contains(found, note, StringComparison.Ordinal);
        var changed = Encoding.UTF8.GetBytes(note.Replace(found, instead, StringComparison.Ordinal));
        Assert.False(Checkpoint.TryRead(changed, out _, out var reason));
        Assert.StartsWith("it", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_too_large_is_not_looked_at()
    {
        Assert.False(Checkpoint.TryRead(new byte[Checkpoint.MaxBytes + 1], out _, out var reason));
        Assert.Equal("it takes 16385 bytes, where a checkpoint has 16384 at most", reason);
        var note = _signer.Sign(Origin, 1, s_root);
        var many = note with { Signatures = [.. Enumerable.Repeat(note.Signatures[0], Checkpoint.MaxSignatures + 1)] };
        Assert.False(Checkpoint.TryRead(many.Write(), out _, out reason));
        Assert.Equal("it has more than 16 signature lines", reason);
    }

    [Fact]
    public void No_byte_of_a_checkpoint_can_be_changed()
    {
        var (note, keys) = (_signer.Sign(Origin, 1234, s_root).Write(), KeysOf(_signer));
        for (var at = 0; at < note.Length; at++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                note[at] ^= (byte)(1 << bit);
                Assert.True(!Checkpoint.TryRead(note, out var read, out _) || keys.SignersOf(read, out _) is [], $"byte {at}, bit {bit}");
                note[at] ^= (byte)(1 << bit);
            }
        }
    }

    [Fact]
    public void What_is_no_name_or_key_is_refused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.Throws<ArgumentException>(() => new CheckpointSigner("The Log", key.ExportPkcs8PrivateKeyPem()));
        Assert.Throws<CryptographicException>(() => new CheckpointSigner("log", key.ExportSubjectPublicKeyInfoPem()));
        Assert.Throws<ArgumentException>(() => new CheckpointKeys(new Dictionary<string, string>()));
        Assert.Throws<ArgumentException>(() => _signer.Sign("a b", 1, s_root));
        Assert.Throws<ArgumentOutOfRangeException>(() => _signer.Sign(Origin, 1, s_root.AsSpan(1)));
    }

    [OpensslFact]
    public void The_program_openssl_accepts_the_signature_over_the_text()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            var checkpoint = _signer.Sign(Origin, 1234, s_root);
            File.WriteAllBytes(Path.Combine(folder, "text"), checkpoint.Text.ToArray());
            File.WriteAllBytes(Path.Combine(folder, "other"), [.. checkpoint.Text.Span, (byte)'\n']);
            File.WriteAllBytes(Path.Combine(folder, "signature"), checkpoint.Signatures[0].Signature.ToArray());
            File.WriteAllText(Path.Combine(folder, "log.pub"), _signer.PublicPem);
            string[] verify = ["dgst", "-sha256", "-verify", "log.pub", "-signature", "signature"];
            Assert.Equal((0, "Verified OK\n"), OpensslFactAttribute.Run("openssl", folder, [.. verify, "text"]));
            Assert.NotEqual(0, OpensslFactAttribute.Run("openssl", folder, [.. verify, "other"]).Code);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    internal static CheckpointSigner Signer(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new CheckpointSigner(name, key.ExportPkcs8PrivateKeyPem());
    }

    private static CheckpointKeys KeysOf(params CheckpointSigner[] signers) =>
        new(signers.ToDictionary(NameOf, signer => signer.PublicPem));

    private static string NameOf(CheckpointSigner signer) => signer.Sign(Origin, 0, s_root).Signatures[0].Key;
}
