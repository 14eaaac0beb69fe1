using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace AirsPolicy.Hosting.Evaluating;

/// <summary>
/// Which requests are in samples: a number that nobody without the key can foretell or steer, and that whoever has the key works out again
/// from what was recorded.
/// </summary>
internal static class SampleDraw
{
    private const ulong Millionths = 1_000_000;

    /// <summary>
    /// The draw of a request: the first 8 bytes of HMAC-SHA256 over the name, a zero byte and the id, all in UTF-8, read from the lowest
    /// and scaled to millionths.
    /// </summary>
    /// <param name="key">The secret (<see cref="PolicyHostOptions.SamplingKey"/>).</param>
    /// <param name="name">The qualified name of what draws, a judge or a queue.</param>
    /// <param name="requestId">The fact <c>request.id</c> of the recorded facts.</param>
    /// <returns>
    /// A share from 0 and below 1. Below the share of a sample the request is in it, so that a larger sample keeps what a smaller one took.
    /// </returns>
    public static decimal Of(ReadOnlySpan<byte> key, string name, string requestId)
    {
        var hash = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{name}\0{requestId}"));
        return (ulong)(((UInt128)BinaryPrimitives.ReadUInt64LittleEndian(hash) * Millionths) >> 64) / (decimal)Millionths;
    }
}
