using System.Text;

namespace AirsPolicy.Extensions.AI;

/// <summary>A decision that judges are to look at afterwards.</summary>
/// <param name="Point">The decision point.</param>
/// <param name="Facts">The facts that were decided on.</param>
/// <param name="Id">Under what it is kept until the judges have answered.</param>
internal sealed record WaitingReview(string Point, ReadOnlyMemory<byte> Facts, string Id)
{
    /// <summary>Reads what <see cref="Write"/> has written.</summary>
    public static WaitingReview Read(string id, byte[] kept)
    {
        var end = Array.IndexOf(kept, (byte)0);
        return end < 0
            ? throw new InvalidDataException("A question to judges cannot be read back from the store.")
            : new WaitingReview(Encoding.UTF8.GetString(kept, 0, end), kept.AsMemory(end + 1), id);
    }

    /// <summary>It as the store of the host keeps it: the point, a zero and the facts.</summary>
    public byte[] Write() => [.. Encoding.UTF8.GetBytes(Point), 0, .. Facts.Span];
}
