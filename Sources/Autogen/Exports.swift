// An application that imports Autogen can name, and use, whatever stands in its signatures.
@_exported public import AutogenConnection
@_exported public import AutogenDiff
@_exported public import AutogenDrift
@_exported public import AutogenMetadata
@_exported public import AutogenPlan
@_exported public import AutogenRevisions
@_exported public import AutogenSchema
