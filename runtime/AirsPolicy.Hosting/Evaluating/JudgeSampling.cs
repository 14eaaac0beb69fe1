using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AirsPolicy.Hosting.Evaluating;

/// <summary>Which requests are in the samples of judges: a number that nobody without the key can foretell or steer, and that another host with the key works out alike.</summary>
internal sealed class JudgeSampling(ReadOnlyMemory<byte>? key)
{
    private const ulong Millionths = 1_000_000;

    private readonly byte[] _key = key?.ToArray() ?? RandomNumberGenerator.GetBytes(32);

    /// <summary>The draw of a request for a judge, as the JSON of a share below 1: below the share of a sample it is in it, so that a larger sample keeps what a smaller one took.</summary>
    public string Draw(string judge, ReadOnlySpan<char> requestId)
    {
        var hash = HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{judge}\0{requestId}"));
        var drawn = (ulong)(((UInt128)BitConverter.ToUInt64(hash) * Millionths) >> 64);
        return (drawn / (decimal)Millionths).ToString(CultureInfo.InvariantCulture);
    }
}
