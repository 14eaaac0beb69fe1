namespace AirsPolicy.DetectorTraining;

/// <summary>
/// Writes, for each part of the hands, a policy with the packs of the library whose models have not learned from the part, and the rows of
/// the part: so that the packs can be measured with <c>airs scan --measure</c>.
/// </summary>
internal static class ApartFolders
{
    public static void Write(string target, IReadOnlyList<LeftOut> parts)
    {
        var (ofUsers, ofData) = LeftOut.MarginsOf(parts);
        for (var number = 0; number < parts.Count; number++)
        {
            var part = parts[number];
            foreach (var (side, model) in new[] { (false, part.OfUsers), (true, part.OfData) })
            {
                var own = Directory.CreateDirectory(Path.Combine(target, $"{(side ? "data" : "users")}-{number}")).FullName;
                File.WriteAllText(Path.Combine(own, "learned.weights"), model.Write(side ? ofData : ofUsers, []));
                File.WriteAllText(Path.Combine(own, "apart.airs"), PolicyOf(side));
                File.WriteAllLines(
                    Path.Combine(own, "rows.jsonl"),
                    part.Looked.Where(row => row.Text.IsData == side).Select(row => row.Text.Row));
            }
        }
    }

    // As the packs of the library are, around other models.
    private static string PolicyOf(bool isData) => $$"""
        policy apart
        use airs.detect
        system apart { owner "the measurement" }

        detector learned_apart {
          view folded, decoded
          match weights "learned.weights"
          score max
          found at 50%
        }

        detector weak_signs_apart {
          match {{(isData ? "wordings" : "extraction")}} weighs 49%
          match learned_apart
          score noisy_or
          found at 50%
        }

        control packs {
          at input
          when learned_apart.found(text) or weak_signs_apart.found(text) or exfiltration_asked.found(text) or plain_override.found(text)
              then flag
        }

        """;
}
