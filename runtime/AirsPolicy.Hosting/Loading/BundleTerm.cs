using System.Globalization;
using AirsPolicy.Runtime.Bundles;

namespace AirsPolicy.Hosting.Loading;

/// <summary>
/// On which days a bundle may begin to decide: not before it is effective, and not after what it waives, or what does not apply, ended.
/// </summary>
internal static class BundleTerm
{
    /// <exception cref="InvalidDataException">The day is none of them.</exception>
    public static void Check(BundleManifest manifest, DateOnly today)
    {
        foreach (var account in manifest.Accounts)
        {
            if (account.Effective > today)
                throw new InvalidDataException(
                    $"'{account.Declaration}' is effective from {Text(account.Effective.Value)} on; before that day the bundle does not activate."
                );
        }
        foreach (var waiver in manifest.Waivers)
        {
            if (waiver.IsId && waiver.Until < today)
                throw new InvalidDataException(
                    $"The waiver of {waiver.Subject} ended on {Text(waiver.Until)}, and nothing in the bundle satisfies it.");
        }
        foreach (var inapplicable in manifest.Inapplicable)
        {
            if (inapplicable.Until < today)
                throw new InvalidDataException(
                    $"{inapplicable.Id} was said not to apply until {Text(inapplicable.Until)}, and nothing in the bundle satisfies it.");
        }
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
