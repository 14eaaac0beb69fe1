using AirsPolicy.Runtime.Schemas.References;
using AirsPolicy.Runtime.Schemas.Values;
using AirsPolicy.Text.Patterns;

namespace AirsPolicy.Runtime.Schemas.Evaluating;

/// <summary>One validation: the work left, the schemas that have been entered, the way into the value, and the first refusal.</summary>
internal sealed class Evaluation(SchemaLimits limits)
{
    private const int CharactersAStep = 64;

    private readonly List<SchemaResource> _scope = [];
    private readonly List<(string? Name, int Index)> _path = [];
    private readonly PatternScratch _scratch = new();
    private long _steps = limits.MaxSteps;
    private int _nesting;
    private int _trials;

    /// <summary>
    /// The limit that ended the validation, as the rest of a sentence about the value; null where none did. What was found then means
    /// nothing.
    /// </summary>
    public string? Exhausted { get; private set; }

    /// <summary>The first refusal that counts, or null.</summary>
    public SchemaVerdict? Refusal { get; private set; }

    /// <summary>The resources whose schemas are being evaluated, outermost first (core section 7.1).</summary>
    public IReadOnlyList<SchemaResource> Scope => _scope;

    /// <summary>Enters a schema; false where a limit is reached, after which everything gives false.</summary>
    public bool Enter(SchemaNode schema)
    {
        if (!Spend(1))
            return false;
        if (_nesting == SchemaLimits.MaxNesting)
        {
            Exhausted =
                $"needs more than {SchemaLimits.MaxNesting} schemas inside one another at '{schema.Place}', whose references go in a circle or lead too far";
            return false;
        }
        _nesting++;
        _scope.Add(schema.Place.Resource);
        return true;
    }

    public void Leave()
    {
        _nesting--;
        _scope.RemoveAt(_scope.Count - 1);
    }

    /// <summary>Takes steps; false where too few are left.</summary>
    public bool Spend(long steps)
    {
        if (Exhausted is not null)
            return false;
        _steps -= steps;
        if (_steps >= 0)
            return true;
        Exhausted = $"takes more than {limits.MaxSteps} steps to validate, where at most that many are taken";
        return false;
    }

    /// <summary>Whether a pattern is found in a text; false too where too few steps are left.</summary>
    public bool Matches(Pattern pattern, string text) =>
        Spend(1 + (long)text.Length * pattern.InstructionCount / CharactersAStep) && pattern.IsMatch(text, _scratch);

    /// <summary>A keyword refuses the value. Gives false, so that the keyword can return it.</summary>
    /// <param name="problem">What is wrong and what would fit, as the rest of a sentence about the value.</param>
    public bool Refuse(string place, string problem)
    {
        if (_trials > 0 || Refusal is not null || Exhausted is not null)
            return false;
        var path = _path.Aggregate(
            "",
            (pointer, part) => part.Name is { } name ? JsonPointer.Append(pointer, name) : JsonPointer.Append(pointer, part.Index));
        Refusal = new SchemaVerdict(SchemaVerdictKind.Misfit, path, place, $"{problem}, as '{place}' says");
        return false;
    }

    /// <summary>Whether a schema accepts a value, where its refusal is not yet one of the whole.</summary>
    public bool Tries(SchemaNode schema, JsonValue value, EvaluatedParts? parts)
    {
        _trials++;
        var accepts = schema.Accepts(this, value, parts);
        _trials--;
        return accepts;
    }

    /// <summary>Whether a schema accepts a member of a record.</summary>
    public bool Member(SchemaNode schema, JsonValue record, int index)
    {
        _path.Add((record.Names[index], 0));
        var accepts = schema.Accepts(this, record.Items[index], null);
        _path.RemoveAt(_path.Count - 1);
        return accepts;
    }

    /// <summary>Whether a schema accepts an item of a list.</summary>
    public bool Item(SchemaNode schema, JsonValue list, int index)
    {
        _path.Add((null, index));
        var accepts = schema.Accepts(this, list.Items[index], null);
        _path.RemoveAt(_path.Count - 1);
        return accepts;
    }
}
