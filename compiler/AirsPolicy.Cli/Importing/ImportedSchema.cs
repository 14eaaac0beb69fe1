namespace AirsPolicy.Cli.Importing;

/// <summary>A schema of a tool as it is written into a policy.</summary>
/// <param name="Path">Where it lies, from the folder of the policy.</param>
/// <param name="Rewriting">The schema.</param>
internal sealed record ImportedSchema(string Path, SchemaRewriting Rewriting)
{
    /// <summary>The text of the file.</summary>
    public string Text => Rewriting.Text;
}
