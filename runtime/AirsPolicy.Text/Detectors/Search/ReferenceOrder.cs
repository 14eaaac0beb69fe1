namespace AirsPolicy.Text.Detectors.Search;

/// <summary>Checks that no detector needs itself. A chain may be of any length, so nothing here recurses.</summary>
internal static class ReferenceOrder
{
    /// <exception cref="ArgumentException">Detectors refer to one another in a circle.</exception>
    public static void RefuseCircles(CompiledDetector[] detectors)
    {
        // A detector whose references are all settled is settled; what is left over refers to itself by some way.
        var waiting = new int[detectors.Length];
        var users = Enumerable.Range(0, detectors.Length).Select(_ => new List<int>()).ToArray();
        var settled = new Queue<int>();
        for (var number = 0; number < detectors.Length; number++)
        {
            int[] references = [.. detectors[number].References, .. detectors[number].ExceptionReferences];
            waiting[number] = references.Length;
            if (references.Length == 0) settled.Enqueue(number);
            foreach (var reference in references)
                users[reference].Add(number);
        }
        while (settled.TryDequeue(out var number))
        {
            foreach (var user in users[number])
            {
                if (--waiting[user] == 0) settled.Enqueue(user);
            }
        }
        var left = Array.FindIndex(waiting, count => count > 0);
        if (left >= 0)
            throw new ArgumentException($"The detector '{detectors[left].Name}' refers to itself by way of others, or to one that does.");
    }
}
