namespace AirsPolicy.UnicodeTables;

/// <summary>Simple case folding as a distance, and for each code point the others that fold to the same one.</summary>
internal static class CaseTables
{
    public static (string Name, string Text) Generate(CharacterDatabase database)
    {
        int Fold(int codePoint) => database.SimpleFolding.GetValueOrDefault(codePoint, codePoint);

        var distances = database.SimpleFolding.Select(pair => pair.Value - pair.Key).Append(0).Distinct()
            .OrderBy(distance => distance == 0 ? 0 : 1).ThenBy(distance => distance).ToList();

        // A list of variants is its length and then the code points, ascending; place 0 holds the empty list.
        var lists = new List<int> { 0 };
        var places = new Dictionary<int, int>();
        foreach (
            var members in database
                .SimpleFolding.Values.Distinct()
                .Order()
                .Select(folded =>
                    database.SimpleFolding.Where(pair => pair.Value == folded).Select(pair => pair.Key).Append(folded).Order().ToArray()))
        {
            foreach (var member in members)
            {
                places.Add(member, lists.Count);
                lists.Add(members.Length - 1);
                lists.AddRange(members.Where(other => other != member));
            }
        }

        var writer = new TableWriter("CaseTable", "Simple case folding and case variants.", database.Version, "CaseFolding");
        writer.Numbers("Distances", "int", distances);
        writer.TwoStage("Folding", TwoStageTable.Of(codePoint => distances.IndexOf(Fold(codePoint) - codePoint)));
        writer.Numbers("Variants", "int", lists);
        writer.TwoStage("VariantPlace", TwoStageTable.Of(codePoint => places.GetValueOrDefault(codePoint)));
        return (writer.Name, writer.Finish());
    }
}
