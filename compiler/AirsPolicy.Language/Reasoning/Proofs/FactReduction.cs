using System.Text.Json.Nodes;

namespace AirsPolicy.Language.Reasoning.Proofs;

/// <summary>
/// Takes out of facts what is remarkable without need: each value is put back to what it is in a harmless request, where the facts still
/// show what they are to.
/// </summary>
internal static class FactReduction
{
    public static JsonObject Of(JsonObject facts, JsonObject harmless, Func<JsonObject, bool> stillShown)
    {
        var reduced = (JsonObject)facts.DeepClone();
        Reduce(reduced, harmless, () => stillShown(reduced));
        return reduced;
    }

    /// <summary>The facts without those that nothing reads.</summary>
    /// <param name="isGiven">Whether a fact, by its name on the wire, is given by whoever writes the request.</param>
    public static JsonObject Without(JsonObject facts, Func<string, bool> isGiven, Func<JsonObject, bool> stillShown)
    {
        var reduced = (JsonObject)facts.DeepClone();
        foreach (var name in reduced.Select(member => member.Key).Where(isGiven).ToList())
        {
            if (!Removed(reduced, name, () => stillShown(reduced)) && reduced[name] is JsonObject record)
            {
                foreach (var inner in record.Select(member => member.Key).ToList())
                    Removed(record, inner, () => stillShown(reduced));
            }
        }
        return reduced;
    }

    private static bool Removed(JsonObject record, string name, Func<bool> stillShown)
    {
        var (index, value) = (record.IndexOf(name), record[name]);
        record.RemoveAt(index);
        if (stillShown())
            return true;
        record.Insert(index, name, value);
        return false;
    }

    private static void Reduce(JsonObject record, JsonObject harmless, Func<bool> stillShown)
    {
        foreach (var name in record.Select(member => member.Key).ToList())
        {
            var value = record[name];
            var usual = harmless[name];
            if (name == "tool" || JsonNode.DeepEquals(value, usual))
                continue;
            var index = record.IndexOf(name);
            record.RemoveAt(index);
            if (usual is not null)
                record.Insert(index, name, usual.DeepClone());
            if (stillShown())
                continue;
            if (usual is not null)
                record.RemoveAt(index);
            record.Insert(index, name, value);
            if (value is JsonObject inner && usual is JsonObject calm)
                Reduce(inner, calm, stillShown);
        }
        // What is optional and was there is usual; what went missing comes back where that shows as much.
        foreach (var (name, usual) in harmless)
        {
            if (record.ContainsKey(name))
                continue;
            record[name] = usual?.DeepClone();
            if (!stillShown())
                record.Remove(name);
        }
    }
}
