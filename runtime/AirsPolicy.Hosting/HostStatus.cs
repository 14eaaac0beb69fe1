using System.Globalization;

namespace AirsPolicy.Hosting;

/// <summary>By which bundle a host decides, and why it did not take another.</summary>
/// <param name="Package">The name of the policy, or null before the first bundle.</param>
/// <param name="PolicyVersion">Its declared version, or null.</param>
/// <param name="Digest">The digest of the bundle, or null before the first.</param>
/// <param name="Since">Since when it decides, by the host's clock.</param>
/// <param name="Refused">Why the last bundle was refused, in one sentence; null where it was taken.</param>
/// <param name="RefusedAt">When that was.</param>
public sealed record HostStatus(
    string? Package, string? PolicyVersion, string? Digest, DateTimeOffset? Since, string? Refused, DateTimeOffset? RefusedAt)
{
    /// <summary>The status in sentences, for people.</summary>
    public override string ToString()
    {
        var policy = PolicyVersion is null ? $"'{Package}'" : $"'{Package}' {PolicyVersion}";
        var decides = Digest is null
            ? "No bundle has been taken, so that everything is blocked."
            : $"{policy} decides since {Text(Since)} (sha256 {Digest}).";
        return Refused is null ? decides : $"{decides} Another bundle was refused at {Text(RefusedAt)}: {Refused}";
    }

    private static string? Text(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
