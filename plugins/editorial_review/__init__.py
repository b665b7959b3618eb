"""May this be published?

approvals/        whose yes does a text have, and to exactly which words?
privacy/          could it be about one real person?
pictures/         may these pictures be shown, and with whose consent?
claims/           what does it claim, and whom does it tell to call?
accountability/   who stands behind it?
freshness/        is it still true, and the same in every language?
language/         how easily is it read, and is it spelled rightly?
practice_pages/   does the practice as a whole tell patients what it must?
closures/         a closure at 6 a.m., in words that were approved beforehand

prose, texts      a document as plain passages: every word that leaves with it
rule, catalogue   a rule is a row; all rows
judging, waivers  every rule asked of every document; what is raised, what is let stand
states            published, scheduled, held, draft or withdrawn
rates             how often rules fire on a corpus
"""
