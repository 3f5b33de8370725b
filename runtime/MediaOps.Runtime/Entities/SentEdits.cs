namespace MediaOps.Runtime;

/// <summary>The edits that an update sends, a copy of how they were then, and the members that differ.</summary>
internal sealed record SentEdits<TData>(TData Edits, TData Copy, EntityMember<TData>[] Members)
    where TData : class
{
    /// <summary>Whether an entity shows all that was sent.</summary>
    public bool AreIn(TData told) => UpdateDiff.Between(Members, told, Copy).Count == 0;
}
