using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Programs.Tables;

namespace AirsPolicy.Hosting.Evaluating;

/// <summary>By what it is known whether a judge, or the cases that it is measured by, are still those that were measured.</summary>
internal static class JudgeDigest
{
    /// <summary>The digest of everything that a judge is asked, and of who answers. What follows from its answers is not in it.</summary>
    public static string Of(JudgeTable judge, string schema)
    {
        var parts = new List<string?> { judge.Name, judge.Provider, Text(judge.Quorum), Text(judge.MostPrecedents), schema };
        parts.Add(Text(judge.Models.Count));
        parts.AddRange(judge.Models.AsEnumerable());
        foreach (var part in judge.Places[0].Prompt)
        {
            parts.Add(part.Text);
            parts.Add(Text(part.Path.Count));
            parts.AddRange(part.Path.AsEnumerable());
        }
        parts.AddRange(judge.Precedents.AsEnumerable().SelectMany(Parts));
        return Of(parts);
    }

    public static string OfCases(CalibrationTable calibration) => Of(calibration.Cases.AsEnumerable().SelectMany(Parts));

    private static IEnumerable<string?> Parts(JudgedCase one) =>
        [one.Facts, one.Answer, one.Because, one.Until is { } day ? Text(day) : null, Text(one.Shown.Count), .. one.Shown.AsEnumerable()];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    // The length before each text keeps two of them apart; nothing is as long as what is absent.
    private static string Of(IEnumerable<string?> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{part?.Length ?? -1}:{part}")));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
