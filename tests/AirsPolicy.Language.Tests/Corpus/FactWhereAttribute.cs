namespace AirsPolicy.Language.Tests.Corpus;

/// <summary>A fact that needs a folder beside the repository and says so where it is skipped.</summary>
public sealed class FactWhereAttribute : FactAttribute
{
    /// <param name="folder">Relative to the repository.</param>
    public FactWhereAttribute(string folder)
    {
        if (!Directory.Exists(Path.Combine(RepositoryFolder.Root, folder)))
            Skip = $"There is no folder {folder} beside the repository.";
    }
}
